#!/usr/bin/env bash
# How fast a download is where hosts are far, fail or say nothing. Prints photos a second.   usage: odd-hosts.sh [COUNT]
source "$(dirname "$0")/common.sh"
need curl
count=${1:-20000}
tree=$work/server
small=$work/small-server
catalog=$work/odd.duckdb
out=$work/odd-photos
classes="$work/classes:$libraries"
if [ ! -e "$tree/tree/999.jpg" ]; then "$java" -cp "$classes" MakePhotos "$tree"; fi
if [ ! -e "$small/tree/999.jpg" ]; then "$java" -cp "$classes" MakePhotos "$small" 1000 64; fi
trap 'stop; rm -rf "$out" "$catalog"*' EXIT
run() { "$photocat" --quiet --catalog "$catalog" "$@"; }
stop() { for pid in ${servers:-}; do kill "$pid" 2> /dev/null || true; done; wait; servers=; }

# serve DIR PORT [WISH…]: an OddServer that is ready.
serve() {
  "$java" -cp "$classes" OddServer "$@" &
  servers="${servers:-} $!"
  until curl -s -o "$work/odd-probe" "http://127.0.0.1:$2/photos/0/large.jpg"; do sleep 0.1; done
}

# fetch COUNT ADDRESS [OPTION…]: downloads a manifest whose photo p has the ADDRESS, an SQL expression.
fetch() {
  local photos=$1 address=$2; shift 2
  rm -rf "$out" "$catalog"*
  plain_manifest m "$photos" "$address"
  run download start m --root "$out" --allow-private-hosts "$@" > "$work/odd.log" 2>&1 || true
}

# rate [FROM]: photos a second from the first to the last that was stored, leaving out the first FROM of a hundred.
rate() {
  run --mode csv -c "
    WITH stored AS (
      SELECT happened_at, ntile(100) OVER (ORDER BY happened_at) AS part FROM download_events WHERE state = 'done'
    )
    SELECT round(count(*) / (epoch(max(happened_at)) - epoch(min(happened_at))))::BIGINT FROM stored WHERE part > ${1:-0}" | tail -1
}
median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
# measure_rate LABEL PHOTOS ADDRESS FROM [OPTION…]
measure_rate() {
  local label=$1 photos=$2 address=$3 from=$4; shift 4
  local figures
  figures=$(for _ in $(seq "$runs"); do fetch "$photos" "$address" "$@"; rate "$from"; done)
  printf '| %s | %s | %s to %s |\n' "$label" "$(median <<< "$figures")" "$(sort -n <<< "$figures" | head -1)" "$(sort -n <<< "$figures" | tail -1)"
}
printf '\n| %s | photos a second | range |\n| --- | --- | --- |\n' "hosts"

serve "$small" 18810 delay=100
measure_rate "100 ms away, photos of 3 KB, 512 connections: at most 5,120" $((count * 3)) \
  "'http://127.0.0.1:18810/photos/' || p || '/large.jpg'" 40 --max-connections 512
stop

serve "$tree" 18811
measure_rate "all well" "$count" "'http://127.0.0.1:18811/photos/' || p || '/large.jpg'" 0
stop
serve "$tree" 18812 faults=50
measure_rate "5 % of photos fail at first, in five ways" "$count" "'http://127.0.0.1:18812/photos/' || p || '/large.jpg'" 0
stop
serve "$tree" 18813 slow=10
measure_rate "1 % of photos trickle" "$count" "'http://127.0.0.1:18813/photos/' || p || '/large.jpg'" 0
stop
serve "$tree" 18814 hosts=20
# Connected, for the kernel sees to that, and never answered: nobody accepts.
"$java" -cp "$classes" BlackHole 127.0.0.99 18815 &
servers="$servers $!"
measure_rate "20 hosts" "$count" "'http://127.0.0.' || 1 + p % 20 || ':18814/photos/' || p || '/large.jpg'" 0
measure_rate "20 hosts, and one that never answers for 1 % of photos" "$count" \
  "'http://127.0.0.' || CASE WHEN p % 100 = 0 THEN '99:18815' ELSE 1 + p % 20 || ':18814' END || '/photos/' || p || '/large.jpg'" 0
