#!/usr/bin/env bash
# Fills the disk of the photos, then that of the catalogue, under a download, and makes room again. Both are small tmpfs, so
# it needs to be root. Prints a line for each trial and ends with 1 at the first that goes wrong.   usage: full-disk.sh
source "$(dirname "$0")/common.sh"
need nginx
server=$work/full-server
disk=$work/full-disk
port=$((20000 + RANDOM % 10000))
photos=150 # of 260 KB: 39 MB
mkdir -p "$server" "$disk"
if [ ! -e "$server/tree/199.jpg" ]; then "$java" -cp "$work/classes" MakePhotos "$server" 200; fi
sed "s/18800/$port/; s/sendfile on;/sendfile on; limit_rate 500k;/" "$bench/nginx.conf" > "$server/nginx.conf"
nginx -p "$server/" -c nginx.conf
trap 'kill ${pid:-} 2> /dev/null || true; wait; nginx -p "$server/" -c nginx.conf -s stop; umount "$disk" 2> /dev/null || true; rm -rf "$disk" "$work/full-room"' EXIT

# fresh: an empty disk of 24 MB and a roomy folder beside it, and the catalogue on $1.
fresh() {
  umount "$disk" 2> /dev/null || true
  mount -t tmpfs -o size=24m tmpfs "$disk"
  rm -rf "$work/full-room" && mkdir "$work/full-room"
  catalog=$1/photocat.duckdb
  plain_manifest m "$photos" "'https://inat.example/photos/' || p || '/large.jpg'"
}
run() { "$photocat" --quiet --catalog "$catalog" "$@"; }
start() { # ROOT [OPTION…]
  local root=$1; shift
  run download start m --root "$root" --allow-private-hosts --connections 8 --photo-base-url "http://127.0.0.1:$port" "$@"
}
wrong() { echo "WRONG: $*" >&2; cat "$work/full.log" >&2; exit 1; }
await() { # TEXT: until the run says so
  for _ in $(seq 200); do
    grep -q "$1" "$work/full.log" && return
    kill -0 "$pid" 2> /dev/null || wrong "ended without saying: $1"
    sleep 0.1
  done
  wrong "never said: $1"
}
begun() { # ROOT: until the first photos are there
  for _ in $(seq 200); do
    [ "$(find "$1" -name '*_large.jpg' | wc -l)" -lt 5 ] || return 0
    sleep 0.1
  done
  wrong "never began"
}
none_lies() { # ROOT: every file is whole, and none is half written
  for file in $(find "$1" -name '*_large.jpg'); do
    id=$(basename "$file" _large.jpg)
    cmp -s "$file" "$server/tree/$(printf %03d "$id").jpg" || wrong "$file is not whole"
  done
  [ -z "$(find "$1" -name '*.part')" ] || wrong "parts are left"
}
whole() { # ROOT: all is there, and the rows say so
  none_lies "$1"
  [ "$(find "$1" -name '*_large.jpg' | wc -l)" = $photos ] || wrong "files are missing"
  run verify m || wrong "verify finds something"
  [ "$(run --mode csv -c "SELECT count(*) FROM downloads WHERE state IN ('done', 'adopted')" | tail -1)" = $photos ] || wrong "rows are missing"
}

for least in 0 1; do # with the usual reserve, and to the last byte
  fresh "$work/full-room"
  head -c 12M /dev/zero > "$disk/ballast"
  start "$disk/photos" --set "store.min-free=$least" 2> "$work/full.log" & pid=$!
  await 'disk of the photos has .* pauses'
  sleep 1
  none_lies "$disk/photos"
  mount -o remount,size=100m "$disk"
  wait $pid || wrong "exit code $?"
  whole "$disk/photos"
  echo "photos' disk full, reserve $least: paused, went on, all there; $(grep -c pauses "$work/full.log") pauses"
done

fresh "$work/full-room"
head -c 12M /dev/zero > "$disk/ballast"
start "$disk/photos" 2> "$work/full.log" & pid=$!
await 'disk of the photos has .* pauses'
kill -TERM $pid # a shell has its background jobs ignore SIGINT
code=0; wait $pid || code=$?
[ $code = 143 ] || wrong "exit code $code"
none_lies "$disk/photos"
mount -o remount,size=100m "$disk"
start "$disk/photos" || wrong "the next start fails"
whole "$disk/photos"
echo "photos' disk full, SIGTERM: 143, and the next start goes on"

fresh "$disk"
start "$work/full-room" > /dev/null 2> "$work/full.log" & pid=$!
begun "$work/full-room"
head -c 30M /dev/zero > "$disk/ballast" 2> /dev/null || true
truncate -s -512K "$disk/ballast"
await 'disk of the catalogue has .* pauses'
none_lies "$work/full-room"
rm "$disk/ballast"
wait $pid || wrong "exit code $?"
whole "$work/full-room"
echo "catalogue's disk full: paused, went on, all there"

fresh "$disk"
start "$work/full-room" > /dev/null 2> "$work/full.log" & pid=$!
begun "$work/full-room"
head -c 30M /dev/zero > "$disk/ballast" 2> /dev/null || true
await 'disk of the catalogue has .* pauses'
kill -TERM $pid # a shell has its background jobs ignore SIGINT
code=0; wait $pid || code=$?
[ $code = 143 ] || wrong "exit code $code"
rm "$disk/ballast"
start "$work/full-room" 2> "$work/full.log" || wrong "the next start fails"
whole "$work/full-room"
echo "catalogue's disk full, SIGTERM: 143, and the next start goes on"

fresh "$disk"
start "$work/full-room" --set store.min-free=1 > /dev/null 2> "$work/full.log" & pid=$!
begun "$work/full-room"
head -c 30M /dev/zero > "$disk/ballast" 2> /dev/null || true
for _ in $(seq 100); do
  kill -0 $pid 2> /dev/null && ! grep -q pauses "$work/full.log" && sleep 0.1 || break
done
rm "$disk/ballast"
code=0; wait $pid || code=$?
said=$(grep -m1 -E 'pauses|error' "$work/full.log" || true)
start "$work/full-room" 2>> "$work/full.log" || wrong "the next start fails"
whole "$work/full-room"
echo "catalogue's disk full to the last byte: exit code $code (${said:-nothing said}); the next start has it all"
