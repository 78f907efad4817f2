#!/usr/bin/env bash
# Start of the program: one statement, whole process.   usage: startup.sh
source "$(dirname "$0")/common.sh"
need time
heading "Start"
measure "photocat -c 'select 1'" "true" "$photocat --catalog $work/startup.duckdb -c 'select 1'"
rm -f "$work"/startup.duckdb*
