-- Can be prepared only where nothing of photocat's own schema is lost; it is never run. LostTablesTest holds it up to date.
SELECT 1 FROM (SELECT "version", "name", "applied_at" FROM schema_versions)
UNION ALL
SELECT 1 FROM (SELECT NULL::quality_grade)
UNION ALL
SELECT 1 FROM (SELECT "source", "title", "terms", "has_grades", "url_template", "photo_page", "record_page" FROM sources)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "source", "name", "origin", "snapshot_date", "size_bytes", "rejected_rows", "started_at", "ingested_at" FROM snapshots)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "table_name", "loaded_rows", "rejected_rows" FROM snapshot_tables)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "file", "line", "text", "reason" FROM ingest_rejects)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "dataset_key", "title", "license", "rights", "citation", "doi" FROM datasets)
UNION ALL
SELECT 1 FROM (SELECT "download_key", "status", "format", "predicate", "checklist_key", "checklist_release", "asked_for", "requested_by", "requested_at", "doi", "license", "citation", "link", "size_bytes", "total_records", "datasets", "created_at", "modified_at", "erase_after", "seen_at", "fetched_at", "loaded_records" FROM gbif_downloads)
UNION ALL
SELECT 1 FROM (SELECT "license", "url", "rights", "is_open", "strictness", "terms" FROM licenses)
UNION ALL
SELECT 1 FROM (SELECT "text", "license", "version", "url" FROM license_texts)
UNION ALL
SELECT 1 FROM (SELECT creator_of(NULL, NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT address_of(NULL, NULL, NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT photo_number(NULL))
UNION ALL
SELECT 1 FROM (SELECT own_template(NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT credit_line(NULL, NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT whole_image(NULL))
UNION ALL
SELECT 1 FROM (SELECT media_form(NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT media_ending(NULL))
UNION ALL
SELECT 1 FROM (SELECT image_kind_rule_of(NULL, NULL, NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT image_kind_of(NULL, NULL, NULL, NULL, NULL))
UNION ALL
SELECT 1 FROM (SELECT "taxon_key", "scientific_name", "slug", "origin", "loaded_at" FROM shortlist)
UNION ALL
SELECT 1 FROM (SELECT "taxon_key", "source", "original_name", "list", "checklist_keys" FROM shortlist_names)
UNION ALL
SELECT 1 FROM (SELECT "list", "file", "loaded_at" FROM shortlist_lists)
UNION ALL
SELECT 1 FROM (SELECT "list", "taxon_key", "scientific_name" FROM shortlist_entries)
UNION ALL
SELECT 1 FROM (SELECT "list", "line", "taxon_key", "scientific_name", "original_name", "source", "rank", "authorship", "cells" FROM shortlist_rows)
UNION ALL
SELECT 1 FROM (SELECT "file", "line", "text", "reason" FROM shortlist_rejects)
UNION ALL
SELECT 1 FROM (SELECT "from_name", "to_name", "added_at" FROM name_overrides)
UNION ALL
SELECT 1 FROM (SELECT "definition", "snapshot_id", "matched_at" FROM match_runs)
UNION ALL
SELECT 1 FROM (SELECT "taxon_key", "source", "original_name", "status", "method", "candidates", "taxon_source", "taxon_id", "matched_name", "matched_at", "reason" FROM matches)
UNION ALL
SELECT 1 FROM (SELECT "original_name", "taxon_source", "taxon_id", "name", "rank", "active", "ancestry" FROM match_candidates)
UNION ALL
SELECT 1 FROM (SELECT "checklist_key", "checklist_release", "original_name", "verdict", "usage_key", "usage_name", "rank", "usage_status", "accepted_key", "accepted_name", "classification", "match_type", "confidence", "reason", "asked_at" FROM gbif_names)
UNION ALL
SELECT 1 FROM (SELECT nextval('manifest_ids'))
UNION ALL
SELECT 1 FROM (SELECT "manifest_id", "name", "definition", "snapshot_id", "taxa", "photos", "created_at" FROM manifests)
UNION ALL
SELECT 1 FROM (SELECT "manifest_id", "file_id", "taxon_key", "scientific_name", "original_name", "name_source", "slug", "file_name", "rank", "source", "photo_id", "taxon_id", "source_taxon_key", "observation_id", "observation_key", "quality_grade", "observed_on", "url", "license", "license_version", "license_url", "login", "observer_name", "creator", "rights_holder", "credit", "width", "height", "dataset", "photo_page", "record_page" FROM manifest_photos)
UNION ALL
SELECT 1 FROM (SELECT "manifest_id", "file_id", "first_file_id", "file_name" FROM manifest_shared)
UNION ALL
SELECT 1 FROM (SELECT manifest_number(NULL))
UNION ALL
SELECT 1 FROM (SELECT "run_id", "manifest_id", "root", "started_at", "finished_at", "outcome" FROM download_runs)
UNION ALL
SELECT 1 FROM (SELECT "run_id", "manifest_id", "file_id", "state", "attempt", "http_status", "reason", "size_bytes", "sha256", "etag", "format", "width", "height", "ttfb_ms", "total_ms", "happened_at", "not_before" FROM download_events)
UNION ALL
SELECT 1 FROM (SELECT "manifest_id", "run_id", "state", "reason", "files", "size_bytes", "events", "newest_at" FROM download_sums)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM downloads)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM download_states)
UNION ALL
SELECT 1 FROM (SELECT "run_id", "host", "connection_limit", "in_flight", "waiting", "requests_per_s", "paused_until", "reason", "ttfb_ms", "answers", "throttled", "failed", "received_bytes", "seen_at" FROM download_hosts)
UNION ALL
SELECT 1 FROM (SELECT "mark", "root", "manifest_id" FROM download_marks)
UNION ALL
SELECT 1 FROM (SELECT "root", "file_name", "upload_id" FROM download_uploads)
UNION ALL
SELECT 1 FROM (SELECT "manifest_id", "file_id", "file_name", "verdict", "size_bytes", "sha256", "checked_at" FROM photo_checks)
UNION ALL
SELECT 1 FROM (SELECT "host", "gap_ms", "questions_per_day", "bytes_per_hour", "bytes_per_day", "why" FROM host_limits)
UNION ALL
SELECT 1 FROM (SELECT "host", "asked_at", "questions" FROM host_questions)
UNION ALL
SELECT 1 FROM (SELECT "source", "name", "target", "answer", "came_at" FROM kept_answers)
UNION ALL
SELECT 1 FROM (SELECT "taxon_id", "ancestry", "rank_level", "rank", "name", "active" FROM inat_taxa)
UNION ALL
SELECT 1 FROM (SELECT "observation_uuid", "observer_id", "latitude", "longitude", "positional_accuracy", "taxon_id", "quality_grade", "observed_on", "anomaly_score" FROM inat_observations)
UNION ALL
SELECT 1 FROM (SELECT "observer_id", "login", "name" FROM inat_observers)
UNION ALL
SELECT 1 FROM (SELECT "photo_uuid", "photo_id", "observation_uuid", "observer_id", "extension", "license", "width", "height", "position" FROM inat_photos)
UNION ALL
SELECT 1 FROM (SELECT "project_id", "title", "slug" FROM inat_projects)
UNION ALL
SELECT 1 FROM (SELECT "observation_uuid", "project_id" FROM inat_observation_projects)
UNION ALL
SELECT 1 FROM (SELECT "photo_id", "license", "observer_id" FROM inat_disputed_photos)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "core_id", "record_type", "name_id", "gbifid", "occurrenceid", "basisofrecord", "scientificname", "taxonrank", "kingdom", "phylum", "class", "order", "family", "genus", "specificepithet", "species", "taxonkey", "taxonid", "acceptedtaxonkey", "acceptedscientificname", "acceptednameusageid", "acceptednameusage", "specieskey", "genuskey", "familykey", "scientificnameid", "eventdate", "year", "countrycode", "decimallatitude", "decimallongitude", "coordinateuncertaintyinmeters", "datasetkey", "recordedby", "record_license", "record_references", "associatedmedia" FROM dwca_records)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "core_id", "photo_id", "form", "ending", "license_text", "type", "format", "identifier", "accessuri", "references", "title", "creator", "license", "rightsholder" FROM dwca_media)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "core_id", "file", "row_type", "cells" FROM dwca_extension_rows)
UNION ALL
SELECT 1 FROM (SELECT "type", "format", "form", "ending", "kind" FROM dwca_media_kinds)
UNION ALL
SELECT 1 FROM (SELECT "name_id", "taxon_id" FROM dwca_names)
UNION ALL
SELECT 1 FROM (SELECT "taxon_id", "taxon_key", "name", "canonical_name", "rank", "ancestry", "classification", "checklist_keys" FROM dwca_taxa)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "file", "line", "photo_id", "address", "form", "ending", "label", "license_text", "creator", "rights_holder", "photo_key", "observation_key", "photo_page", "format", "width", "height", "observed_on", "latitude", "longitude", "label_checklist" FROM urls_photos)
UNION ALL
SELECT 1 FROM (SELECT "label", "taxon_id", "name", "canonical_name", "rank", "checklist_key" FROM urls_taxa)
UNION ALL
SELECT 1 FROM (SELECT "format", "form", "ending", "kind" FROM urls_kinds)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "line", "asked_name", "asked_taxon_id", "question", "start_id", "last_id", "observations", "left_out" FROM inat_api_species)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "asked_taxon_id", "observation_id", "observation_uuid", "is_repeated", "taxon_id", "quality_grade", "observed_on", "latitude", "longitude", "positional_accuracy", "obscured", "captive", "license_code", "observer_id", "login", "observer_name", "vitality", "life_stage", "sex", "evidence", "reproductive_condition" FROM inat_api_observations)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "asked_taxon_id", "observation_id", "photo_id", "position", "url", "license_code", "license", "attribution", "rights_holder", "width", "height" FROM inat_api_photos)
UNION ALL
SELECT 1 FROM (SELECT "snapshot_id", "taxon_id", "ancestry", "rank_level", "rank", "name", "active" FROM inat_api_taxa)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM taxa_inat_open_data)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM candidates_inat_open_data)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM taxa_dwca)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM candidates_dwca)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM taxa_urls)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM candidates_urls)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM taxa_inat_api)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM candidates_inat_api)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM taxa)
UNION ALL
SELECT 1 FROM (SELECT 1 FROM candidates);
