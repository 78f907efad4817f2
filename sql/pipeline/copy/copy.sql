COPY FROM DATABASE {{source}} TO {{copy}};
