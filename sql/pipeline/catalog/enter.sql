USE {{database}};
