ATTACH {{file}} AS demo (READ_ONLY);
