"""What people do with a Darwin Core Archive in Python, and what becomes of its media.

usage: dwca_peers.py rows|pandas|gbif_dl|gbifxdl ARCHIVE OUT
       dwca_peers.py count ARCHIVE OUT [REASON...]

The first four write OUT. count tells how many media of the archive's multimedia.txt are in OUT, and why the others
are not: the first of the reasons that is true of them, which are those that the program has. The other ones are those
that were not drawn among several of a record.
"""
import csv
import os
import random
import sqlite3
import sys
import zipfile


def rows(archive, out):
    """python-dwca-reader: each record with its media, into two tables of SQLite."""
    from dwca.read import DwCAReader

    with DwCAReader(archive, extensions_to_ignore=["verbatim.txt"]) as dwca, sqlite3.connect(out) as database:
        files = {"occurrence": dwca.core_file, "multimedia": dwca.extension_files[0]}
        insert = {}
        for table, file in files.items():
            columns = [f"[{column}]" for column in file.file_descriptor.short_headers]
            database.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
            insert[table] = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"
        for row in dwca:
            database.execute(insert["occurrence"], row.raw_fields)
            database.executemany(insert["multimedia"], [medium.raw_fields for medium in row.extensions])


def pandas(archive, out):
    """Its bridge to pandas: two data frames, joined. Unless told, pandas takes a quote at the start of a cell for a bracket."""
    import pandas
    from dwca.read import DwCAReader

    with DwCAReader(archive) as dwca:
        occurrences = dwca.pd_read("occurrence.txt", dtype=str, quoting=csv.QUOTE_NONE)
        media = dwca.pd_read("multimedia.txt", dtype=str, quoting=csv.QUOTE_NONE)
    pandas.merge(occurrences, media, left_on="id", right_on="coreid", how="left", suffixes=("_record", "")).to_parquet(out)


def gbif_dl(archive, out):
    """gbif-dl: what it would download, as its CSV. Its public function asks DataCite first, whatever it is given."""
    from gbif_dl import export
    from gbif_dl.generators.dwca import dwca_generator

    random.seed(1)
    export.to_csv(dwca_generator(archive), out)


def gbifxdl(archive, out):
    """gbifxdl: its step between the archive and the images, with the settings of its command gbifpipe."""
    from gbifxdl import preprocess_occurrences_stream

    random.seed(1)
    os.replace(preprocess_occurrences_stream(archive, max_img_spc=2000, strict=True), out)


def count(archive, out, *reasons):
    import pandas

    def read(file):
        return pandas.read_csv(file, sep="\t", dtype=str, quoting=csv.QUOTE_NONE, keep_default_na=False, compression=None)

    with zipfile.ZipFile(archive) as files:
        media = read(files.open("multimedia.txt"))
        records = read(files.open("occurrence.txt")).set_index("gbifID")
    kept = addresses(out)
    key = [*kept.columns]  # gbif-dl does not say of which record an address is
    kept["copy"] = kept.groupby(key).cumcount()
    media["copy"] = media.groupby(key).cumcount()
    media["kept"] = media.merge(kept, how="left", indicator=True)["_merge"] == "both"
    taxa = media.gbifID.map(records.taxonKey)
    large = taxa.map(records.taxonKey.value_counts()) > 2000
    is_true = {
        "no address": media.identifier == "",
        "not of type StillImage": media.type != "StillImage",
        "a sound or a manifest": (media.type == "Sound") | media.format.str.contains("json"),
        "no open licence": ~media.license.str.contains("creativecommons"),
        "address of another": media.identifier.isin(media[media.kept].identifier),
        "no classKey": media.gbifID.isin(records[records.classKey == ""].index),
        "species above 2,000": large & ~media.gbifID.isin(media[media.kept].gbifID),
    }
    closed = media.kept & is_true["no open licence"]
    print(f"{media.kept.sum():,} of {len(media):,} media, {closed.sum():,} of them with no open licence")
    lost = ~media.kept
    for reason in [*reasons, None]:
        these = lost & is_true[reason] if reason else lost
        lost = lost & ~these
        if these.any():
            print(f"lost: {reason or 'other'} {these.sum():,}")


def addresses(out):
    import pandas

    if out.endswith(".parquet"):
        found = pandas.read_parquet(out)
    elif out.endswith(".sqlite"):
        found = pandas.read_sql("SELECT * FROM multimedia", sqlite3.connect(out))
    else:
        found = pandas.read_csv(out, dtype=str)
    found = found.rename(columns={"url": "identifier", "coreid": "gbifID"})
    return found.filter(["gbifID", "identifier"]).fillna("").astype(object)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
