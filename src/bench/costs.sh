#!/usr/bin/env bash
# What a download costs: connections, plain or TLS 1.3, and when photos are forced to the disk.
# usage: [DISK=FOLDER] costs.sh [COUNT]   photos go below DISK, which should be a real disk: on tmpfs nothing is forced.
source "$(dirname "$0")/common.sh"
need nginx openssl
count=${1:-5000}
server=$work/server
out=${DISK:-/var/tmp}/photocat-costs
catalog=$work/costs.duckdb
if [ ! -e "$server/tree/999.jpg" ]; then "$java" -cp "$work/classes" MakePhotos "$server"; fi
tls_server
nginx -p "$server/" -c nginx.conf
nginx -p "$server/" -c nginx-tls.conf
trap 'nginx -p "$server/" -c nginx.conf -s stop; nginx -p "$server/" -c nginx-tls.conf -s stop; rm -rf "$out" "$catalog"*' EXIT
run() { "$photocat" --quiet --catalog "$catalog" "$@" > /dev/null 2>&1; }
rm -rf "$catalog"*
plain_manifest m "$count" "'http://127.0.0.1/photos/' || p || '/large.jpg'"

printf '| connections | transport | forced to the disk | photos/s | MB/s | CPU | memory |\n| --- | --- | --- | --- | --- | --- | --- |\n'
for address in "$plain_address" "$tls_address"; do
  for connections in 1 8 64 256; do
    for fsync in none batch strict; do
      figures=$work/figures
      : > "$figures"
      for _ in $(seq "$runs"); do
        rm -rf "$out"
        run --write-own-tables -c 'DELETE FROM download_events'
        /usr/bin/time -a -o "$figures" -f '%e %U %S %M' "$photocat" --quiet --catalog "$catalog" download start m --root "$out" \
          --photo-base-url "$address" --allow-private-hosts --max-connections "$connections" --fsync "$fsync" > "$work/output" 2>&1 \
          || { tail -5 "$work/output" >&2; exit 1; }
      done
      megabytes=$(du -sm --apparent-size "$out" | cut -f1)
      sort -n "$figures" | awk -v connections="$connections" -v transport="${address%%:*}" -v fsync="$fsync" -v count="$count" -v mb="$megabytes" '
        { wall[NR] = $1; cpu[NR] = $2 + $3; if ($4 > memory) memory = $4 }
        END { m = int((NR + 1) / 2)
              printf "| %s | %s | %s | %d | %d | %.1f s | %d MB |\n", connections, transport == "https" ? "TLS 1.3" : "plain", fsync, count / wall[m], mb / wall[m], cpu[m], memory / 1024 }'
    done
  done
done
