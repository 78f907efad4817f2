#!/usr/bin/env bash
# A Darwin Core Archive as from GBIF, in photocat and in Python, and what becomes of its media.   usage: dwca_peers.sh [MEDIA]
# GBIFXDL is what pip installs as gbifxdl (default: its repository), such as a folder with its files.
source "$(dirname "$0")/common.sh"
need time python3
media=${1:-200000}
archive=$work/archive-real-$media.zip
out=$work/dwca_peers
python=$work/venv/bin/python
peers=$bench/dwca_peers.py
[ -e "$archive" ] || "$java" -cp "$work/classes:$libraries" MakeArchive "$archive" "$media" real
if ! [ -e "$work/venv/complete" ]; then
  python3 -m venv --clear "$work/venv"
  SETUPTOOLS_SCM_PRETEND_VERSION=0 "$python" -m pip install -q python-dwca-reader==0.17.1 gbif-dl==0.1.1 pandas==3.1.1 \
    pyarrow==26.0.1 "${GBIFXDL:-git+https://github.com/GuillaumeMougeot/gbifxdl@28197269a0970c23862a1fc6ab00c08832eb5bf8}"
  touch "$work/venv/complete"
fi
rm -rf "$out"
mkdir "$out"
export TMPDIR=$out # where the peers unpack

# fate LABEL OUT [REASON…]: keeps for the end what became of the media.
fate() {
  { printf '\n%s: ' "$1"; "$python" "$peers" count "$archive" "${@:2}"; } >> "$out/fates"
}

# peer LABEL FUNCTION OUT [REASON…]
peer() {
  measure "$1" "rm -f $out/$3" "$python $peers $2 $archive $out/$3"
  fate "$1" "$out/$3" "${@:4}"
}

ingest="$photocat --catalog $out/photos.duckdb ingest dwca $archive --name made-up"
build="$photocat --catalog $out/photos.duckdb manifest build photos --from dwca --label species --size original"
heading "Darwin Core Archive as from GBIF, $media media"
measure "photocat ingest" "rm -f $out/photos.duckdb*" "$ingest"
"$photocat" --catalog "$out/photos.duckdb" -c "SELECT core_id AS gbifID, identifier FROM dwca_media" > "$out/ingest.csv"
fate "photocat ingest" "$out/ingest.csv"
measure "photocat ingest and manifest" "rm -f $out/photos.duckdb*" "$ingest && $build"
"$photocat" --catalog "$out/photos.duckdb" -c "SELECT observation_key AS gbifID, url FROM manifest_photos" > "$out/manifest.csv"
fate "photocat ingest and manifest" "$out/manifest.csv" "no address" "a sound or a manifest" "no open licence" "address of another"
peer "python-dwca-reader, rows into SQLite" rows rows.sqlite
peer "python-dwca-reader, pandas into Parquet" pandas pandas.parquet
peer "gbif-dl, its list" gbif_dl list.csv "no address" "not of type StillImage"
peer "gbifxdl, its preprocessing" gbifxdl gbifxdl.parquet \
  "no address" "not of type StillImage" "address of another" "no classKey" "species above 2,000"
cat "$out/fates"
rm -rf "$out"
