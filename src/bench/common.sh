# Sourced by the benchmark scripts: where they work, what they need, and how a figure is taken.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$bench/../.." && pwd)
photocat=$project/photocat
work=${BENCH_DIR:-/dev/shm/photocat-bench}
runs=${RUNS:-5}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
libraries="$project/target/app/lib/*"
mkdir -p "$work"
"$photocat" --version > /dev/null # builds what is missing
"${java%java}javac" -cp "$libraries" -d "$work/classes" "$bench"/*.java
# The peers' SQL runs in the same DuckDB, started as fast as a JVM can: no compiler, no garbage collector to speak of.
peer_sql="$java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '$work/classes:$libraries' RunSql"

# need PROGRAM…: ends with the Debian packages to install where one is missing.
need() {
  for program in "$@"; do
    command -v "$program" > /dev/null || { echo "this benchmark needs $program: apt-get install ${package[$program]:-$program}" >&2; exit 1; }
  done
}
declare -A package=([aria2c]=aria2 [time]=time)

# measure LABEL PREPARE COMMAND: runs COMMAND $runs times, PREPARE before each, and prints a row with the median wall
# seconds, the fastest and the slowest, the CPU seconds of the median run and the largest resident memory.
measure() {
  local label=$1 prepare=$2 command=$3 figures=$work/figures
  : > "$figures"
  for _ in $(seq "$runs"); do
    bash -c "$prepare" > /dev/null 2>&1
    /usr/bin/time -a -o "$figures" -f '%e %U %S %M' bash -c "$command" > "$work/output" 2>&1 \
      || { echo "$label failed:" >&2; tail -5 "$work/output" >&2; exit 1; }
  done
  sort -n "$figures" | awk -v label="$label" '
    { wall[NR] = $1; cpu[NR] = $2 + $3; if ($4 > memory) memory = $4 }
    END { middle = int((NR + 1) / 2)
          printf "| %s | %.2f s | %.2f to %.2f s | %.1f s | %d MB |\n", label, wall[middle], wall[1], wall[NR], cpu[middle], memory / 1024 }'
}

heading() {
  printf '\n%s\n\n| what | median | range | CPU | memory |\n| --- | --- | --- | --- | --- |\n' "$1"
}

# bundle PHOTOS SHORTLIST: makes the bundle once, and names its folder in $bundle.
bundle() {
  bundle=$work/bundle-$1
  [ -e "$bundle/inaturalist-open-data-latest.tar.gz" ] \
    || "$java" -cp "$work/classes:$libraries" MakeBundle --out "$bundle" --photos "$1" --shortlist "$2"
}

# plain_manifest NAME COUNT ADDRESS: a manifest of photos 1 to COUNT in a hundred folders, made with the caller's 'run';
# ADDRESS is an SQL expression of the photo p.
plain_manifest() {
  run --write-own-tables -c "INSERT INTO manifests VALUES (1, '$1', '{}', 1, 1, $2, now())"
  run --write-own-tables -c "INSERT INTO manifest_photos (manifest_id, file_id, taxon_key, scientific_name, original_name, name_source, slug,
      file_name, rank, photo_id, source, taxon_id, observation_id, url, license, login, credit)
    SELECT 1, p, 'k', 'N', 'N', 'accepted', 'n', p % 100 || '/' || p || '_large.jpg', p, p, 'inat-open-data', 1, uuid(), $3, 'CC0', 'ann', '(c) ann'
    FROM range(1, $(($2 + 1))) AS r (p)"
}

plain_address=http://127.0.0.1:18800
tls_address=https://127.0.0.1:18843

# tls_server: nginx-tls.conf beside nginx.conf in $server, with a certificate of its own, which the JVM is told to trust.
tls_server() {
  cp "$bench/nginx.conf" "$server/nginx.conf"
  sed -e 's/pid nginx.pid;/pid nginx-tls.pid;/' \
    -e 's/listen 127.0.0.1:18800 backlog=4096;/listen 127.0.0.1:18843 ssl backlog=4096; ssl_certificate tls.crt; ssl_certificate_key tls.key; ssl_protocols TLSv1.3;/' \
    "$bench/nginx.conf" > "$server/nginx-tls.conf"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$server/tls.key" -out "$server/tls.crt" 2> /dev/null
  rm -f "$server/trust.p12"
  "${java%java}keytool" -importcert -noprompt -alias bench -file "$server/tls.crt" -keystore "$server/trust.p12" \
    -storepass changeit 2> /dev/null
  export PHOTOCAT_JAVA_OPTIONS="-Djavax.net.ssl.trustStore=$server/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
}
