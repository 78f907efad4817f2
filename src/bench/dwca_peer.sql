-- What somebody writes by hand for this archive: typed, by position of the header.
CREATE TABLE occurrence AS
SELECT *
FROM read_csv('@FOLDER@/occurrence.txt', delim = '\t', quote = '', escape = '', header = true, auto_detect = false, columns = {
    'gbifID': 'BIGINT', 'references': 'VARCHAR', 'license': 'VARCHAR', 'rightsHolder': 'VARCHAR', 'occurrenceID': 'VARCHAR',
    'basisOfRecord': 'VARCHAR', 'recordedBy': 'VARCHAR', 'eventDate': 'DATE', 'year': 'INTEGER', 'month': 'INTEGER',
    'day': 'INTEGER', 'countryCode': 'VARCHAR', 'decimalLatitude': 'DOUBLE', 'decimalLongitude': 'DOUBLE',
    'coordinateUncertaintyInMeters': 'DOUBLE', 'kingdom': 'VARCHAR', 'phylum': 'VARCHAR', 'class': 'VARCHAR', 'order': 'VARCHAR',
    'family': 'VARCHAR', 'genus': 'VARCHAR', 'species': 'VARCHAR', 'scientificName': 'VARCHAR', 'taxonRank': 'VARCHAR',
    'taxonKey': 'BIGINT', 'speciesKey': 'BIGINT', 'datasetKey': 'UUID'});
CREATE TABLE multimedia AS
SELECT *
FROM read_csv('@FOLDER@/multimedia.txt', delim = '\t', quote = '', escape = '', header = true, auto_detect = false, columns = {
    'gbifID': 'BIGINT', 'type': 'VARCHAR', 'format': 'VARCHAR', 'identifier': 'VARCHAR', 'references': 'VARCHAR',
    'title': 'VARCHAR', 'description': 'VARCHAR', 'created': 'VARCHAR', 'creator': 'VARCHAR', 'publisher': 'VARCHAR',
    'license': 'VARCHAR', 'rightsHolder': 'VARCHAR'});
