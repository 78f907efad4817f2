-- What a careful user writes by hand after `tar -xzf`: typed tables, no sniffing, no quoting. @FOLDER@ holds the six files.
SET preserve_insertion_order = false;
CREATE TABLE taxa AS FROM read_csv('@FOLDER@/taxa.csv', delim = '\t', header = true, quote = '', escape = '', columns = {
    'taxon_id': 'INTEGER', 'ancestry': 'VARCHAR', 'rank_level': 'DOUBLE', 'rank': 'VARCHAR', 'name': 'VARCHAR', 'active': 'BOOLEAN'});
CREATE TABLE observers AS FROM read_csv('@FOLDER@/observers.csv', delim = '\t', header = true, quote = '', escape = '', columns = {
    'observer_id': 'INTEGER', 'login': 'VARCHAR', 'name': 'VARCHAR'});
CREATE TABLE observations AS FROM read_csv('@FOLDER@/observations.csv', delim = '\t', header = true, quote = '', escape = '', columns = {
    'observation_uuid': 'UUID', 'observer_id': 'INTEGER', 'latitude': 'DOUBLE', 'longitude': 'DOUBLE', 'positional_accuracy': 'BIGINT',
    'taxon_id': 'INTEGER', 'quality_grade': 'VARCHAR', 'observed_on': 'DATE', 'anomaly_score': 'DOUBLE'});
CREATE TABLE photos AS FROM read_csv('@FOLDER@/photos.csv', delim = '\t', header = true, quote = '', escape = '', columns = {
    'photo_uuid': 'UUID', 'photo_id': 'BIGINT', 'observation_uuid': 'UUID', 'observer_id': 'INTEGER', 'extension': 'VARCHAR',
    'license': 'VARCHAR', 'width': 'INTEGER', 'height': 'INTEGER', 'position': 'INTEGER'});
CREATE TABLE projects AS FROM read_csv('@FOLDER@/projects.csv', delim = '\t', header = true, quote = '', escape = '', columns = {
    'project_id': 'INTEGER', 'title': 'VARCHAR', 'slug': 'VARCHAR'});
CREATE TABLE observations_projects AS FROM read_csv('@FOLDER@/observations_projects.csv', delim = '\t', header = true, quote = '', escape = '', columns = {
    'observation_uuid': 'UUID', 'project_id': 'INTEGER'});
CHECKPOINT;
