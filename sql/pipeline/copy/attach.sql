ATTACH {{file}} AS {{copy}} (STORAGE_VERSION 'v1.5.0');
