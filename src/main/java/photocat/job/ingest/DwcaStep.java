package photocat.job.ingest;

import java.util.Set;

/**
 * A taxon on the way down to the one that a record names, as the record has it.
 *
 * @param rank in small letters, empty where nobody says
 * @param key of the archive, empty for none
 * @param keys in public checklists
 */
record DwcaStep(String rank, DwcaName name, String key, Set<String> keys) {}
