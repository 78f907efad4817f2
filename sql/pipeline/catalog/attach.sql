ATTACH {{file}} AS {{database}} (STORAGE_VERSION 'v1.5.0');
