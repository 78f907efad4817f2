SELECT current_setting('threads')::BIGINT AS threads;
