"""Province, Regency, District, Village: all of Indonesia by Kemendagri code, read when asked for.

One kabupaten/kota is one small part of the archive (resources/sources/make_areas.py), so choosing
a kabupaten never unpacks the country.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from zipfile import ZipFile

from census_desk.errors import CensusDeskError
from census_desk.resource_files import read_bytes
from census_desk.words import N_, _

ARCHIVE = "areas/areas.zip"
REGENCY_CODE_LENGTH = 5
DISTRICT_CODE_LENGTH = 8
KELURAHAN_DIGIT = "1"


class RegencyKind(StrEnum):
    """A kabupaten is led by a bupati, a kota by a wali kota."""

    KABUPATEN = "kabupaten"
    KOTA = "kota"


class VillageKind(StrEnum):
    """Printed differently: "Desa …" or "Kelurahan …"; a kelurahan has ASN of its own."""

    DESA = "desa"
    KELURAHAN = "kelurahan"


VILLAGE_KIND_NAMES = {VillageKind.DESA: N_("Desa"), VillageKind.KELURAHAN: N_("Kelurahan")}


class UnknownPlace(CensusDeskError):
    """No area has this code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(
            _("Kode wilayah {code} tidak ada dalam daftar Kemendagri.").format(code=code)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """Provinsi; two digits."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regency:
    """Kabupaten or kota; `name` as printed ("Kabupaten Pati"), `bare_name` without that word."""

    code: str
    name: str
    bare_name: str
    kind: RegencyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """Kecamatan; the centroid in degrees, None where the source has none."""

    code: str
    name: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Village:
    """Desa or kelurahan; the centroid in degrees, None where the source has none."""

    code: str
    name: str
    kind: VillageKind
    lat: float | None
    lon: float | None


def provinces() -> tuple[Province, ...]:
    """All provinces by code."""
    return tuple(
        Province(code=code, name=name) for code, name in _index().items() if "." not in code
    )


def regencies(province_code: str = "") -> tuple[Regency, ...]:
    """The kabupaten and kota of one province, or of the country; UnknownPlace if no such."""
    if province_code and province_code not in _index():
        raise UnknownPlace(province_code)
    inside = f"{province_code}." if province_code else ""
    return tuple(
        _regency(code, name)
        for code, name in _index().items()
        if "." in code and code.startswith(inside)
    )


def districts(regency_code: str) -> tuple[District, ...]:
    """The kecamatan of one kabupaten/kota by code; UnknownPlace if there is no such."""
    return _part(regency_code)[0]


def villages(area_code: str) -> tuple[Village, ...]:
    """The desa and kelurahan of a kabupaten/kota or of one kecamatan; UnknownPlace if no such."""
    inside = _part(area_code[:REGENCY_CODE_LENGTH])[1]
    if len(area_code) == REGENCY_CODE_LENGTH:
        return inside
    district(area_code)
    return tuple(village for village in inside if village.code.startswith(f"{area_code}."))


def province(code: str) -> Province:
    """The province with that code, or of a longer code's area; UnknownPlace if none."""
    name = _index().get(code[:2])
    if name is None:
        raise UnknownPlace(code)
    return Province(code=code[:2], name=name)


def regency(code: str) -> Regency:
    """The kabupaten/kota with that code; UnknownPlace if none."""
    name = _index().get(code)
    if name is None or len(code) != REGENCY_CODE_LENGTH:
        raise UnknownPlace(code)
    return _regency(code, name)


def district(code: str) -> District:
    """The kecamatan with that code; UnknownPlace if none."""
    for found in districts(code[:REGENCY_CODE_LENGTH]):
        if found.code == code:
            return found
    raise UnknownPlace(code)


def village(code: str) -> Village:
    """The desa or kelurahan with that code; UnknownPlace if none."""
    for found in villages(code[:DISTRICT_CODE_LENGTH]):
        if found.code == code:
            return found
    raise UnknownPlace(code)


def find_regencies(text: str) -> tuple[Regency, ...]:
    """The kabupaten and kota whose name holds what was typed; those that start with it first."""
    wanted = _folded(text)
    found = [regency for regency in regencies() if wanted in _folded(regency.name)]
    return tuple(sorted(found, key=lambda r: not _folded(r.bare_name).startswith(wanted)))


def find_villages(regency_code: str, text: str) -> tuple[Village, ...]:
    """The villages of one kabupaten/kota by name; spelt apart or together is the same name."""
    wanted = _folded(text)
    return tuple(v for v in villages(regency_code) if wanted in _folded(v.name))


def _folded(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _regency(code: str, name: str) -> Regency:
    kind = RegencyKind.KOTA if name.startswith("Kota ") else RegencyKind.KABUPATEN
    bare_name = name.split(" ", 1)[1].removeprefix("Administrasi ")
    return Regency(code=code, name=name, bare_name=bare_name, kind=kind)


@lru_cache(maxsize=1)
def _archive() -> ZipFile:
    return ZipFile(io.BytesIO(read_bytes(ARCHIVE)))


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("index.csv")}


@lru_cache(maxsize=32)
def _part(regency_code: str) -> tuple[tuple[District, ...], tuple[Village, ...]]:
    regency(regency_code)
    inside: tuple[list[District], list[Village]] = ([], [])
    for rest, name, lat, lon in _rows(f"{regency_code}.csv"):
        code = f"{regency_code}.{rest}"
        place = (_degrees(lat), _degrees(lon))
        if "." in rest:
            inside[1].append(_village(code, name, *place))
        else:
            inside[0].append(District(code=code, name=name, lat=place[0], lon=place[1]))
    return tuple(inside[0]), tuple(inside[1])


def _village(code: str, name: str, lat: float | None, lon: float | None) -> Village:
    # The fourth group starts with 1 for kelurahan, 2 for desa, 3 for desa adat (counted as desa).
    is_kelurahan = code[DISTRICT_CODE_LENGTH + 1] == KELURAHAN_DIGIT
    kind = VillageKind.KELURAHAN if is_kelurahan else VillageKind.DESA
    return Village(code=code, name=name, kind=kind, lat=lat, lon=lon)


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def _rows(name: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(_archive().read(name).decode("utf-8")))
