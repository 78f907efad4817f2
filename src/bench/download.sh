#!/usr/bin/env bash
# Download from nginx on loopback, against curl, aria2, and the first seed's aria2 under parallel.   usage: download.sh [COUNT]
source "$(dirname "$0")/common.sh"
need time nginx curl aria2c parallel openssl
count=${1:-5000}
server=$work/server
out=$work/photos
catalog=$work/download.duckdb
if [ ! -e "$server/tree/999.jpg" ]; then "$java" -cp "$work/classes" MakePhotos "$server"; fi
tls_server
nginx -p "$server/" -c nginx.conf
nginx -p "$server/" -c nginx-tls.conf
trap 'nginx -p "$server/" -c nginx.conf -s stop; nginx -p "$server/" -c nginx-tls.conf -s stop; rm -rf "$out" "$work/lists" "$work"/download*' EXIT

# The same photos for everybody: a manifest of exactly COUNT of them.
bundle "$((count * 20))" 500
run() { "$photocat" --quiet --catalog "$catalog" "$@"; }
rm -rf "$catalog"* "$work/lists"
run ingest inat-open-data --from "$bundle/inaturalist-open-data-latest.tar.gz"
run -c "COPY (SELECT name FROM inat_taxa WHERE rank = 'species' AND active) TO '$work/names.txt' (FORMAT csv, HEADER false)"
run shortlist load "$work/names.txt"
run match --within Plantae
run manifest build everything
run --write-own-tables -c "DELETE FROM manifest_photos WHERE file_id > $count"
run --write-own-tables -c "DELETE FROM manifest_shared WHERE file_id > $count"
mkdir -p "$work/lists"
run --mode csv -c "SELECT photo_id, slug FROM manifest_photos" | tail -n +2 > "$work/download.csv"
awk -F, -v lists="$work/lists" -v out="$out" '{
  url = "http://127.0.0.1:18800/photos/" $1 "/large.jpg"
  printf "url = \"%s\"\noutput = \"%s/%d_large.jpg\"\n", url, out, $1 > (lists "/curl")
  sub("http://127.0.0.1:18800", "https://127.0.0.1:18843", url)
  printf "url = \"%s\"\noutput = \"%s/%d_large.jpg\"\n", url, out, $1 > (lists "/curl-tls")
  sub("https://127.0.0.1:18843", "http://127.0.0.1:18800", url)
  printf "%s\n  out=%d_large.jpg\n", url, $1 > (lists "/aria2")
  file = lists "/sp" (NR % 200) ".txt"
  printf "%s\n  out=%d_large.jpg\n", url, $1 >> file; close(file) }' "$work/download.csv"
options="--continue=true --max-connection-per-server=8 --auto-file-renaming=false --allow-overwrite=true --file-allocation=none --retry-wait=2 --max-tries=5 -q"
clean="rm -rf $out; mkdir $out"

heading "Download, $(wc -l < "$work/download.csv") photos"
measure "photocat download" "$clean; $photocat --quiet --catalog $catalog --write-own-tables -c 'DELETE FROM download_events'" \
  "$photocat --quiet --catalog $catalog download start everything --root $out --photo-base-url $plain_address --allow-private-hosts"
measure "photocat download over TLS 1.3" "$clean; $photocat --quiet --catalog $catalog --write-own-tables -c 'DELETE FROM download_events'" \
  "$photocat --quiet --catalog $catalog download start everything --root $out --photo-base-url $tls_address --allow-private-hosts"
measure "curl -Z --parallel-max 64" "$clean" "curl -s -Z --parallel-max 64 -K $work/lists/curl"
measure "curl over TLS 1.3" "$clean" "curl -s -Z --parallel-max 64 --cacert $server/tls.crt -K $work/lists/curl-tls"
measure "aria2 -j 16" "$clean" "aria2c $options -j 16 --dir=$out --input-file=$work/lists/aria2"
measure "first seed: aria2 under parallel" "$clean" \
  "ls $work/lists/*.txt | parallel -j 50 'aria2c $options --dir=$out/{/.} --input-file={} --save-session=$out/{/.}.session'"
