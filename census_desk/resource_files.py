"""The only opener of resources/: bytes, text, JSON and CSV rows by their path inside it."""

import csv
import gettext
import io
import json
from importlib.resources import files
from importlib.resources.abc import Traversable

from census_desk.errors import CensusDeskError
from census_desk.words import _

DOMAIN = "census_desk"  # what the catalogues of texts are called


class ResourceMissing(CensusDeskError):
    """A file that came with the program is not there: the installation is incomplete."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            _(
                "Berkas bawaan {path} tidak ditemukan. Pasang ulang aplikasi; data Anda aman."
            ).format(path=path)
        )


def read_bytes(path: str) -> bytes:
    """The file at `path` ("fonts/OFL.txt", forward slashes); ResourceMissing if none."""
    try:
        return _at(path).read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as error:
        raise ResourceMissing(path) from error


def read_catalogue(code: str) -> gettext.NullTranslations:
    """The texts of the screens in another language ("en"); ResourceMissing if none."""
    return gettext.GNUTranslations(io.BytesIO(read_bytes(f"locale/{code}/LC_MESSAGES/{DOMAIN}.mo")))


def read_text(path: str) -> str:
    """The UTF-8 text at `path`; ResourceMissing if none."""
    return read_bytes(path).decode("utf-8").replace("\r\n", "\n")


def read_json(path: str) -> object:
    """The JSON value at `path`; ResourceMissing if none."""
    value: object = json.loads(read_text(path))
    return value


def read_rows(path: str) -> list[dict[str, str]]:
    """The rows of a comma-separated file with a header line; ResourceMissing if none."""
    return list(csv.DictReader(io.StringIO(read_text(path)), strict=True))


def file_names(folder: str) -> tuple[str, ...]:
    """Names of the files directly in `folder`, sorted; ResourceMissing if none."""
    place = _at(folder)
    if not place.is_dir():
        raise ResourceMissing(folder)
    return tuple(sorted(entry.name for entry in place.iterdir() if entry.is_file()))


def _at(path: str) -> Traversable:
    """`path` inside resources/; a path that leads out of it is not there."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part for part in parts):
        raise ResourceMissing(path)
    return files("resources").joinpath(*parts)
