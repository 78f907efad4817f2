DETACH {{database}};
