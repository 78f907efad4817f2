#!/usr/bin/env bash
# A download of a manifest of ROWS photos: how soon it begins, how much memory it takes, how long a status takes meanwhile.
# Half of the second download's photos are there already.   usage: big-manifest.sh [ROWS]
source "$(dirname "$0")/common.sh"
need nginx bc
rows=${1:-10000000}
server=$work/server
out=$work/big-photos
catalog=$work/big.duckdb
if [ ! -e "$server/tree/999.jpg" ]; then "$java" -cp "$work/classes" MakePhotos "$server"; fi
cp "$bench/nginx.conf" "$server/nginx.conf"
nginx -p "$server/" -c nginx.conf
trap 'kill ${pid:-} 2> /dev/null || true; wait; nginx -p "$server/" -c nginx.conf -s stop; rm -rf "$out" "$catalog"*' EXIT
run() { "$photocat" --quiet --catalog "$catalog" "$@" > /dev/null; }
rm -rf "$catalog"*
run --write-own-tables -c "INSERT INTO manifests VALUES (1, 'big', '{}', 1, $((rows / 1000)), $rows, now())"
run --write-own-tables -c "INSERT INTO manifest_photos
  SELECT 1, i + 1, 'k-' || (i // 1000), 'Genus species' || (i // 1000), 'Genus species' || (i // 1000), 'accepted',
    'genus_species' || (i // 1000), 'genus_species' || (i // 1000) || '/' || p || '_large.jpg', i % 1000 + 1, p, i // 1000,
    uuid(), 'research', DATE '2020-01-01', 'https://inaturalist-open-data.s3.amazonaws.com/photos/' || p || '/large.jpg',
    'CC-BY', 'login' || (i % 50000), 'Observer ' || (i % 50000), '(c) Observer ' || (i % 50000) || ', some rights reserved (CC BY)',
    2048, 1536
  FROM (SELECT i, (i * 7919 % 100000007) * 41 AS p FROM range($rows) AS r (i)) ORDER BY i"

# download LABEL
download() {
  rm -rf "$out"
  local begun=$EPOCHREALTIME
  "$photocat" --quiet --catalog "$catalog" download start big --root "$out" --photo-base-url "$plain_address" \
    --allow-private-hosts > "$work/output" 2>&1 &
  pid=$!
  until [ -d "$out" ] && [ -n "$(find "$out" -name '*_large.jpg*' -print -quit)" ]; do sleep 0.01; done
  local first; first=$(echo "$EPOCHREALTIME - $begun" | bc)
  sleep 10
  local status; status=$(printf '.timer on\ndownload status big\ndownload status big\n' \
    | "$photocat" --catalog "$catalog" 2>&1 | grep -o 'took .*' | tail -1)
  local memory; memory=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status")
  printf '| %s | %s s | %d MB | %s |\n' "$1" "$first" "$memory" "$status"
  kill "$pid"; wait "$pid" || true
}
printf '| %s photos | first photo | memory | status meanwhile |\n| --- | --- | --- | --- |\n' "$rows"
download "none there"
run --write-own-tables -c "INSERT INTO download_events (run_id, manifest_id, file_id, state, attempt, http_status, size_bytes, sha256, etag, format,
    width, height, ttfb_ms, total_ms, happened_at)
  SELECT 1, 1, i + 1, 'done', 1, 200, 200000 + hash(i) % 100000, unhex(sha256('a' || i)), left(sha256('b' || i), 32), 'jpeg',
    1024, 768, 5, 9, now()
  FROM range($((rows / 2))) AS r (i)"
run download status big
download "half of them there"
