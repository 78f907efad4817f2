SET file_search_path = {{folder}};
