#!/usr/bin/env bash
# Names to attribution: match, top-10 manifest and export, against the first seed's SQL on the CSV files.   usage: pipeline.sh [PHOTOS]
source "$(dirname "$0")/common.sh"
need time
photos=${1:-1600000}
bundle "$photos" "$((photos / 800))"
catalog=$work/pipeline.duckdb
rm -rf "$work/seed" "$catalog"*
mkdir "$work/seed"
run() { "$photocat" --quiet --catalog "$catalog" "$@"; }

run ingest inat-open-data --from "$bundle/inaturalist-open-data-latest.tar.gz"
run shortlist load "$bundle/stage1/stage1_shortlist_with_gbif_ge30.parquet" --no-spelling
for source in duke eive mabberly tryenhanced austraits_taxa; do
  run shortlist names "$bundle/stage1/${source}_worldflora_enriched.parquet" --source "$source"
done

heading "Match, top-10 manifest and attribution, $photos photos"
measure "photocat match + manifest + export" "$photocat --quiet --catalog $catalog manifest drop top10 --yes; rm -f $work/top10.csv" \
  "printf '%s\n' '.match --within Plantae --rank species --exact' \
    '.manifest build top10 --no-descendants --quality research --license CC0,CC-BY --more-than 10 --top 10 --rank-by area' \
    '.export attribution top10 --out $work/top10.csv' | $photocat --quiet --catalog $catalog"
measure "first seed's SQL on the CSV files" "rm -rf $work/seed; mkdir $work/seed" \
  "$peer_sql - $bench/seed_pipeline.sql ROOT=$bundle OUT=$work/seed DATE=20260927"
rm -rf "$work/seed" "$catalog"* "$work/top10.csv"
