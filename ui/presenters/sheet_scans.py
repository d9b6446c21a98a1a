"""The scan of signed pages on its way to its sheet: read in the background, known by its code."""

from collections.abc import Callable
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.sessions.returned_pages import (
    NoSheetOnScan,
    ReturnedPaper,
    Scanned,
    attach_scan_of_sheet,
    know_pages,
    read_scan,
)
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_codes import missing_words
from census_desk.words import _
from ui.presenters.attendance import ChosenSession
from ui.workplace import OK, WARNING, Workplace

SCAN_KINDS = (("PDF, PNG, JPEG", "*.pdf *.png *.jpg *.jpeg"),)


class SheetScans:
    """Keeps scans with their sheets; one without a readable code waits until it is typed."""

    def __init__(
        self,
        workplace: Workplace,
        chosen: ChosenSession,
        *,
        kept: Callable[[Sheet], object],
        unread: Callable[[str], object],
    ) -> None:
        self._workplace = workplace
        self._chosen = chosen
        self._kept, self._unread = kept, unread
        self._waiting: ReturnedPaper | None = None

    def attach(self) -> None:
        """Ask for the scan of the signed pages and keep it with its sheet."""
        path = self._workplace.choose_open_path(_("Pindaian lembar bertanda tangan"), SCAN_KINDS)
        if path is not None:
            self.attach_path(path)

    def attach_path(self, path: Path) -> None:
        """Read a scan in the background, then keep it with the sheet its code names."""
        self._workplace.background.run(lambda: _read(path), self._scanned)

    def code_typed(self, typed: str) -> None:
        """The code of a scan that waits for it."""
        if self._waiting is not None:
            self._keep(self._waiting, typed)

    # inside

    def _scanned(self, read: "Scanned | CensusDeskError") -> None:
        if isinstance(read, CensusDeskError):
            self._workplace.refused(read)
            return
        register, on = self._workplace.register, self._workplace.working_day()
        self._keep(know_pages(register, read, on=on, session_id=self._chosen.id))

    def _keep(self, paper: ReturnedPaper, code: str = "") -> None:
        try:
            scan, sheet = attach_scan_of_sheet(
                self._workplace.register,
                paper,
                on=self._workplace.working_day(),
                code=code,
                session_id=self._chosen.id,
                new_id=self._workplace.new_id,
            )
        except NoSheetOnScan as unread:
            self._waiting = paper
            self._unread(unread.sentence)
            self._workplace.say(unread.sentence, WARNING)
            return
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._waiting = None
        self._kept(sheet)
        missing = missing_words(sheet, scan.pages) if scan.pages else ""
        told = _("{name} dilampirkan pada lembar {code}.").format(name=scan.name, code=sheet.code)
        self._workplace.say(f"{told} {missing.capitalize()}".strip(), WARNING if missing else OK)


def _read(path: Path) -> "Scanned | CensusDeskError":
    try:
        return read_scan(path)
    except CensusDeskError as refused:
        return refused
