"""Berkas sesi: its six parts, what is missing, and the papers made from who came."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.indonesian import short_date
from census_desk.intake.photos import read_photo
from census_desk.letters.starting import Starting, started
from census_desk.sessions.closing import (
    PART_NAMES,
    NotComplete,
    Part,
    PartKind,
    close_file,
    closed_file,
    file_parts,
    missing_of,
    open_file_again,
)
from census_desk.sessions.returned_pages import keep_photo
from census_desk.words import N_, _, counted
from ui.forms import Field
from ui.papers.files import Paper
from ui.presenters.attendance import ChosenSession
from ui.presenters.printing import Job, Printing
from ui.tables import Column
from ui.workplace import OK, Workplace

PHOTO_KINDS = (("PNG, JPEG", "*.png *.jpg *.jpeg"),)
TEMPLATES = {PartKind.NOTULA: "notula-rapat", PartKind.REPORT: "laporan-sosialisasi"}
DESPITE_FIELDS = (
    Field(
        name="despite",
        label=N_("Alasan"),
        kind="note",
        rows=3,
        hint=N_("Tercetak di halaman daftar isi berkas."),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part as the table shows it; `missing` is empty when nothing lacks."""

    id: str
    name: str
    there: str
    missing: str


def _column(name: str, label: str, ems: int) -> Column:
    return Column(name=name, label=label, text=lambda row, lookup: getattr(row, name), ems=ems)


PARTS = (
    _column("name", N_("Bagian berkas"), 16),
    _column("there", N_("Yang ada"), 26),
    _column("missing", N_("Yang belum ada"), 44),
)


class FileView(Protocol):
    """What the presenter asks of the section."""

    def show_parts(self, rows: Sequence[PartRow], facts: str) -> None:
        """The six parts."""

    def ask_despite(self, missing: str) -> None:
        """Ask why the file is closed although something is missing."""


class FilePresenter:
    """The file of the chosen session."""

    def __init__(self, workplace: Workplace, view: FileView, chosen: ChosenSession) -> None:
        self._workplace = workplace
        self._view = view
        self._chosen = chosen
        self._printing = Printing(workplace)
        self._parts: list[Part] = []

    @property
    def is_closed(self) -> bool:
        """Whether the file of the chosen session is closed."""
        return closed_file(self._workplace.register, self._chosen.id) is not None

    def refresh(self) -> None:
        """Show what the file is made of now."""
        session = self._chosen.record
        register = self._workplace.register
        self._parts = file_parts(register, session) if session else []
        rows = [_row(part) for part in self._parts]
        self._view.show_parts(rows, self._facts())

    def print_file(self) -> None:
        """The whole file as one PDF, complete or not."""
        self._print("session_file_job")

    def print_report(self) -> None:
        """Rekap kehadiran of the session."""
        self._print("session_report_job")

    def print_certificates(self) -> None:
        """A certificate for each who came."""
        self._print("certificates_job")

    def print_cards(self, *, permanent: bool = False) -> None:
        """Cards with QR for the desk at the door."""
        self._print("cards_job", permanent=permanent)

    def add_photo(self) -> None:
        """Ask for a photo and keep it with the session."""
        path = self._workplace.choose_open_path(_("Foto kegiatan"), PHOTO_KINDS)
        if path is not None:
            self.add_photo_path(path)

    def add_photo_path(self, path: Path) -> None:
        """Read a photo in the background, then keep it; one that is none gets its sentence."""
        session_id = self._chosen.id
        self._workplace.background.run(
            lambda: _read(path), lambda read: self._keep(session_id, path.name, read)
        )

    def draft(self, kind: PartKind) -> None:
        """Begin notula or laporan from the record, and go to it; one begun before is opened."""
        before = next((part for part in self._parts if part.kind is kind), None)
        if before is not None and before.letters:
            self._workplace.go("letters", before.letters[-1].id)
            return
        try:
            letter = started(
                self._workplace.register,
                TEMPLATES[kind],
                on=self._workplace.working_day(),
                letter_id=self._workplace.new_id(),
                about=Starting(session_id=self._chosen.id),
            )
            editing.add(self._workplace.register, letter)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.go("letters", letter.id)

    def close(self) -> None:
        """Close the file; what is missing is asked about first."""
        try:
            self._close("")
        except NotComplete as lacking:
            self._view.ask_despite(" ".join(lacking.missing))
        except CensusDeskError as refused:
            self._workplace.refused(refused)

    def close_despite(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Close it all the same; the problems by field, {} when it is closed."""
        reason = texts.get("despite", "").strip()
        if not reason:
            return {"despite": _("Alasan belum diisi.")}
        try:
            self._close(reason)
        except CensusDeskError as refused:
            return {"": refused.sentence}
        return {}

    def open_again(self) -> None:
        """Take the closing back."""
        try:
            open_file_again(self._workplace.register, self._chosen.id)
        except CensusDeskError as refused:
            self._workplace.refused(refused)

    # inside

    def _close(self, despite: str) -> None:
        close_file(
            self._workplace.register,
            self._chosen.id,
            on=self._workplace.working_day(),
            despite=despite,
            new_id=self._workplace.new_id,
        )
        self._workplace.say(_("Berkas sesi ditutup."), OK, (_("Cetak berkas"), self.print_file))

    def _keep(self, session_id: str, name: str, read: "bytes | CensusDeskError") -> None:
        try:
            if isinstance(read, CensusDeskError):
                raise read
            keep_photo(
                self._workplace.register,
                session_id,
                read,
                name=name,
                on=self._workplace.working_day(),
                new_id=self._workplace.new_id,
            )
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.say(_("Foto {name} disimpan.").format(name=name), OK)

    def _print(self, job: str, **more: object) -> None:
        if not self._chosen.id:
            self._workplace.say(_("Belum ada sesi."), "info")
            return
        register, session_id = self._workplace.register, self._chosen.id

        def gather() -> Job:
            from ui import papers

            make: Callable[..., Callable[[], Paper]] = getattr(papers, job)
            return make(register, session_id, **more)

        self._printing.print(gather)

    def _facts(self) -> str:
        if not self._parts:
            return ""
        closed = closed_file(self._workplace.register, self._chosen.id)
        if closed is not None:
            told = _("ditutup {day} oleh {who}")
            return told.format(day=short_date(closed.closed_on), who=closed.closed_by or "-")
        missing = len(missing_of(self._parts))
        if not missing:
            return _("lengkap; dapat ditutup")
        return counted("{count} hal belum ada", "{count} hal belum ada", missing).format(
            count=missing
        )


def part_colour(row: PartRow) -> str:
    """What lacks something is red."""
    return "danger" if row.missing else "success"


def _row(part: Part) -> PartRow:
    there = [letter.number or letter.subject for letter in part.letters]
    there += [scan.name for scan in part.scans]
    return PartRow(
        id=part.kind.value,
        name=_(PART_NAMES[part.kind]),
        there="; ".join(there),
        missing=" ".join(part.missing),
    )


def _read(path: Path) -> "bytes | CensusDeskError":
    try:
        return read_photo(path)
    except CensusDeskError as refused:
        return refused
