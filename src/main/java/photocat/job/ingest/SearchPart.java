package photocat.job.ingest;

import photocat.source.gbif.SearchQuery;

/**
 * Part of a search.
 *
 * @param count records of it that are wanted
 */
record SearchPart(SearchQuery query, long count) {}
