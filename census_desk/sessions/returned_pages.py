"""Scans of signed sheets and photos of a session: read strictly, kept with what they belong to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.intake.codes import pages_in_paper, paper_bytes
from census_desk.letters.following import media_type_of
from census_desk.letters.kept import Scan, ScanKind, as_text, fingerprint
from census_desk.register import Register
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_codes import Answer, Recognised, is_sheet_like, recognise
from census_desk.words import _


class KnownScan(CensusDeskError):
    """The very file is kept already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("{name} sudah dilampirkan sebelumnya; berkas yang sama tidak disimpan dua kali.")
            .format(name=name)
        )  # fmt: skip


class NoSheetOnScan(CensusDeskError):
    """No code could be read: the clerk types the one printed under the QR."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Kode pada {name} tidak terbaca; ketik kode di bawah QR lembar itu.")
            .format(name=name)
        )  # fmt: skip


class WrongSheets(CensusDeskError):
    """A scan holds pages that cannot be kept together; the sentence says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedPage:
    """One page of a scan: its number in the file and what its code says (None: no code)."""

    place: int
    found: Recognised | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedPaper:
    """A scan that was looked at, not yet kept."""

    name: str
    data: bytes
    pages: tuple[ReturnedPage, ...]

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets of this register on it, each once."""
        found = [page.found.sheet for page in self.pages if page.found and page.found.is_readable]
        return list({sheet.id: sheet for sheet in found if sheet is not None}.values())

    def pages_of(self, sheet: Sheet) -> tuple[int, ...]:
        """Which pages of the sheet are on it."""
        pages = {
            page.found.page
            for page in self.pages
            if page.found and page.found.sheet and page.found.sheet.id == sheet.id
        }
        return tuple(sorted(pages - {0}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A scan as read, before the register was asked: the texts of each page's codes."""

    name: str
    data: bytes
    texts: tuple[tuple[str, ...], ...]


def read_scan(path: Path) -> Scanned:
    """Open a scan in a child process; it may take seconds and touches no register.

    Raises UnreadablePaper for what is no sound PDF, PNG or JPEG within the limits.
    """
    data = paper_bytes(path)
    return Scanned(name=path.name, data=data, texts=pages_in_paper(data, path.name))


def know_pages(
    register: Register, scanned: Scanned, *, on: date, session_id: str = ""
) -> ReturnedPaper:
    """Say of every page of a scan whose it is."""
    pages = []
    for place, texts in enumerate(scanned.texts, 1):
        codes = [text for text in texts if is_sheet_like(text)]
        found = [recognise(register, text, session_id=session_id, on=on) for text in codes]
        best = next((one for one in found if one.sheet), found[0] if found else None)
        pages.append(ReturnedPage(place=place, found=best))
    return ReturnedPaper(name=scanned.name, data=scanned.data, pages=tuple(pages))


def attach_scan_of_sheet(
    register: Register,
    paper: ReturnedPaper,
    *,
    on: date,
    code: str = "",
    session_id: str = "",
    new_id: Callable[[], str] | None = None,
) -> tuple[Scan, Sheet]:
    """Keep a scan with its sheet, known by the pages' codes or by the one typed.

    Raises NoSheetOnScan, WrongSheets (other sessions, several sheets), KnownScan, and
    InvalidRecord over 5 MB.
    """
    sheet = _sheet_of(register, paper, code, session_id, on)
    mark = fingerprint(paper.data)
    if any(one.sha256 == mark and one.sheet_id == sheet.id for one in register.scans.all()):
        raise KnownScan(paper.name)
    scan = Scan(
        id=(new_id or register.ids)(),
        kind=ScanKind.SHEET,
        session_id=sheet.session_id,
        sheet_id=sheet.id,
        pages=paper.pages_of(sheet),
        name=paper.name[-200:],
        media_type=media_type_of(paper.data, paper.name),
        content=as_text(paper.data),
        sha256=mark,
        added_on=on,
    )
    with register.change(_("Melampirkan pindaian daftar hadir {code}").format(code=sheet.code)):
        register.scans.add(scan)
    return scan, sheet


def keep_photo(
    register: Register,
    session_id: str,
    data: bytes,
    *,
    name: str,
    on: date,
    note: str = "",
    new_id: Callable[[], str] | None = None,
) -> Scan:
    """Keep a photo of a session as `read_photo` drew it anew; KnownScan for the same one twice."""
    mark = fingerprint(data)
    if any(one.sha256 == mark and one.session_id == session_id for one in register.scans.all()):
        raise KnownScan(name)
    photo = Scan(
        id=(new_id or register.ids)(),
        kind=ScanKind.PHOTO,
        session_id=session_id,
        name=name[-200:],
        media_type="image/jpeg",
        content=as_text(data),
        sha256=mark,
        added_on=on,
        note=note,
    )
    with register.change(_("Menyimpan foto {name}").format(name=name)):
        register.scans.add(photo)
    return photo


def scans_of(register: Register, session_id: str, kind: ScanKind) -> list[Scan]:
    """The scans or photos of a session in the order they were kept."""
    mine: Sequence[Scan] = register.scans.all()
    return [one for one in mine if one.session_id == session_id and one.kind is kind]


def _sheet_of(
    register: Register, paper: ReturnedPaper, code: str, session_id: str, on: date
) -> Sheet:
    if code.strip():
        found = recognise(register, code, session_id=session_id, on=on)
        if not found.is_readable or found.sheet is None:
            raise WrongSheets(found.sentence)
        return found.sheet
    wrong = [page.found for page in paper.pages if page.found and not page.found.is_readable]
    told = [one for one in wrong if one.answer is not Answer.NOT_A_SHEET]
    if told:
        raise WrongSheets(told[0].sentence)
    sheets = paper.sheets
    if not sheets:
        raise NoSheetOnScan(paper.name)
    if len(sheets) > 1:
        sentence = _("{name} berisi beberapa lembar ({codes}); pindai tiap lembar sendiri.")
        codes = ", ".join(sheet.code for sheet in sheets)
        raise WrongSheets(sentence.format(name=paper.name, codes=codes))
    return sheets[0]
