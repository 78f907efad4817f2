#!/usr/bin/env bash
# Ingest of a bundle, against unpacking it and loading typed tables by hand.   usage: ingest.sh [PHOTOS]
source "$(dirname "$0")/common.sh"
need time tar gzip
photos=${1:-1600000}
bundle "$photos" "$((photos / 800))"
archive=$bundle/inaturalist-open-data-latest.tar.gz
rm -rf "$work/unpacked" "$work"/ingest*.duckdb*

heading "Ingest, $photos photos"
measure "photocat ingest" "rm -f $work/ingest.duckdb*" \
  "$photocat --catalog $work/ingest.duckdb ingest inat-open-data --from $archive"
measure "tar -xzf, then read_csv" "rm -rf $work/unpacked $work/ingest_peer.duckdb*; mkdir $work/unpacked" \
  "tar -xzf $archive -C $work/unpacked && $peer_sql $work/ingest_peer.duckdb $bench/ingest_peer.sql FOLDER=\$(echo $work/unpacked/*)"
rm -rf "$work/unpacked" "$work"/ingest*.duckdb*
