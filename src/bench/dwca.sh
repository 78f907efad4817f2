#!/usr/bin/env bash
# Ingest of a Darwin Core Archive, against unzipping it and loading typed tables by hand.   usage: dwca.sh [MEDIA]
source "$(dirname "$0")/common.sh"
need time unzip
media=${1:-2000000}
archive=$work/archive-$media.zip
[ -e "$archive" ] || "$java" -cp "$work/classes:$libraries" MakeArchive "$archive" "$media"
rm -rf "$work/unzipped" "$work"/dwca*.duckdb*

heading "Darwin Core Archive, $media media"
measure "photocat ingest" "rm -f $work/dwca.duckdb*" \
  "$photocat --catalog $work/dwca.duckdb ingest dwca $archive --name made-up"
measure "unzip, then read_csv" "rm -rf $work/unzipped $work/dwca_peer.duckdb*; mkdir $work/unzipped" \
  "unzip -q $archive -d $work/unzipped && $peer_sql $work/dwca_peer.duckdb $bench/dwca_peer.sql FOLDER=$work/unzipped"
rm -rf "$work/unzipped" "$work"/dwca*.duckdb*
