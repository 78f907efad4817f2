SET GLOBAL temp_directory = {{folder}};
