ATTACH {{file}} AS damaged (READ_ONLY);
