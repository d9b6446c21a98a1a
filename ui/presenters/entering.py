"""Lembar kembali: a signed sheet by its code, row numbers typed, a look before saving."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.sessions.closing import sheets_of
from census_desk.sessions.entering import (
    AS_WRITTEN,
    ListRow,
    Plan,
    Typed,
    list_rows,
    plan_entry,
    save_entry,
    sheet_rows,
)
from census_desk.sessions.recording import Expected, turnout
from census_desk.sessions.roll import people_of
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_codes import Answer, Recognised, recognise
from census_desk.words import _
from ui.presenters.attendance import ChosenSession
from ui.presenters.entry_rows import EntryRow, entry_row
from ui.presenters.sessions import turnout_words
from ui.presenters.sheet_scans import SheetScans
from ui.workplace import ERROR, OK, WARNING, Workplace


class EntryView(Protocol):
    """What the presenter asks of the section."""

    def typed(self) -> tuple[str, bool, str]:
        """Row numbers, whether all others are present, the pages that came back."""

    def clear_typed(self) -> None:
        """The entry is saved: empty the fields."""

    def show_sheet(self, text: str, kind: str) -> None:
        """Which sheet is in hand, or why a code was not taken."""

    def show_rows(self, rows: Sequence[EntryRow], facts: str) -> None:
        """The rows, and the counts that add up."""

    def show_problems(self, problems: Sequence[str]) -> None:
        """What cannot be read."""


class EntryPresenter:
    """One sheet, or the list as it stands when none was printed."""

    def __init__(self, workplace: Workplace, view: EntryView, chosen: ChosenSession) -> None:
        self._workplace = workplace
        self._view = view
        self._chosen = chosen
        self._sheet: Sheet | None = None
        self._people: list[Expected] = []
        self._rows: list[ListRow] = []
        self.plan = Plan()
        self.scans = SheetScans(
            workplace,
            chosen,
            kept=self._show_kept,
            unread=lambda sentence: view.show_sheet(sentence, WARNING),
        )

    @property
    def sheet(self) -> Sheet | None:
        """The sheet whose rows are shown; None: the rows are those of the list."""
        return self._sheet

    def use_session(self) -> None:
        """Show the newest sheet of the chosen session."""
        sheets = sheets_of(self._workplace.register, self._chosen.id) if self._chosen.id else []
        self._take(sheets[-1] if sheets else None)

    def use_code(self, typed: str) -> None:
        """Take the sheet with that code in hand, or say why not; a waiting scan goes with it."""
        if not typed.strip():
            self._workplace.say(_("Ketik atau pindai kode di bawah QR lembar itu."), "info")
            return
        found = recognise(
            self._workplace.register,
            typed,
            session_id=self._chosen.id,
            on=self._workplace.working_day(),
        )
        if found.answer is Answer.OTHER_SESSION and found.session is not None:
            self._offer_other(found)
        elif not found.is_readable:
            self._view.show_sheet(found.sentence, ERROR)
        else:
            self._take(found.sheet)
            kind = OK if found.answer is Answer.HERE else WARNING
            self._view.show_sheet(found.sentence, kind)
            self.scans.code_typed(typed)

    def refresh(self) -> None:
        """Read the people anew and plan again."""
        register, session = self._workplace.register, self._chosen.record
        self._people = people_of(register, session) if session else []
        if self._sheet is not None and register.sheets.find(self._sheet.id) is None:
            self._sheet = None
        sheet = self._sheet
        self._rows = sheet_rows(sheet, self._people) if sheet else list_rows(self._people)
        self.edited()

    def edited(self) -> None:
        """Show what would be saved."""
        text, all_present, pages = self._view.typed()
        typed, problem = self._typed(text, all_present, pages)
        self.plan = self._planned(typed)
        self._view.show_problems([*filter(None, [problem]), *self.plan.problems])
        self._view.show_rows(self._table(), self._facts())

    def save(self) -> bool:
        """Note what was typed, asking first whom a doubtful name means; False when refused."""
        text, all_present, pages = self._view.typed()
        typed, problem = self._typed(text, all_present, pages)
        plan = self._planned(typed)
        answers: dict[int, str] = {}
        for doubt in () if problem or plan.problems else plan.doubts:
            answer = self._ask(doubt.row, doubt.match.typed, doubt.match.candidates)
            if answer is None:
                return False
            answers[doubt.row] = answer
        if answers:
            typed = replace(typed, answers=answers)
            plan = self._planned(typed)
        try:
            if problem:
                raise CensusDeskError(problem)
            count = save_entry(
                self._workplace.register,
                self._chosen.id,
                plan,
                typed,
                now=self._workplace.now(),
                sheet=self._sheet,
                new_id=self._workplace.new_id,
            )
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return False
        self._view.clear_typed()
        self.refresh()
        told = _("Tercatat: {count} orang. {facts}")
        self._workplace.say(told.format(count=number(count), facts=self._facts()), OK)
        return True

    # inside

    def _planned(self, typed: Typed) -> Plan:
        employees = self._workplace.register.employees.all()
        return plan_entry(self._rows, self._people, employees, typed)

    def _show_kept(self, sheet: Sheet) -> None:
        if self._sheet is None or self._sheet.id != sheet.id:
            self._take(sheet)

    def _offer_other(self, found: Recognised) -> None:
        session, sheet = found.session, found.sheet
        assert session is not None

        def open_it() -> None:
            self._chosen.choose(session.id)
            self._take(sheet)

        self._view.show_sheet(found.sentence, WARNING)
        self._workplace.say(found.sentence, WARNING, (_("Buka sesi itu"), open_it))

    def _take(self, sheet: Sheet | None) -> None:
        self._sheet = sheet
        self._view.show_sheet(self._sheet_words(), "")
        self.refresh()

    def _sheet_words(self) -> str:
        if not self._chosen.id:
            return _("Belum ada sesi.")
        if self._sheet is None:
            return _("Belum ada lembar tercetak; nomor baris menurut daftar sekarang.")
        sheet = self._sheet
        told = _("Lembar {code} · {pages} halaman · baris 1–{rows}")
        rows = sum(len(page.rows) for page in sheet.pages)
        return told.format(
            code=f"{sheet.code[:4]}-{sheet.code[4:]}", pages=len(sheet.pages), rows=rows
        )

    def _typed(self, text: str, all_present: bool, pages: str) -> tuple[Typed, str]:
        chosen, problem = self._pages(pages)
        return Typed(text=text, all_present=all_present, pages=chosen), problem

    def _pages(self, text: str) -> tuple[tuple[int, ...], str]:
        if not text.strip():
            return (), ""
        pieces = [piece.strip() for piece in text.split(",")]
        last = len(self._sheet.pages) if self._sheet else 1
        if not all(piece.isdecimal() and 1 <= int(piece) <= last for piece in pieces):
            told = _("Halaman “{text}” tidak ada; lembar ini berisi {last} halaman.")
            return (), told.format(text=text.strip()[:30], last=last)
        return tuple(sorted({int(piece) for piece in pieces})), ""

    def _ask(self, row: int, typed: str, candidates: Sequence[object]) -> str | None:
        """The id of the ASN meant, AS_WRITTEN for nobody of the register, None for Esc."""
        lookup = self._workplace.lookup
        labels = {}
        for one in candidates:
            office = lookup.title("offices", getattr(one, "office_id", ""))
            labels[f"{getattr(one, 'name', '')} ({office})"] = str(getattr(one, "id", ""))
        none = _("Bukan salah satunya: catat “{name}”").format(name=typed)
        told = _("Baris {row}: siapa “{name}”?").format(row=row, name=typed)
        answer = self._workplace.choose(told, [*labels, none])
        if answer is None:
            return None
        return labels.get(answer, AS_WRITTEN)

    def _table(self) -> list[EntryRow]:
        """What would change; the whole sheet while nothing is typed."""
        written = {one.row.number: one for one in self.plan.changes}
        rows = [one for one in self._rows if one.number in written] if written else self._rows
        shown = [entry_row(one, written.get(one.number)) for one in rows]
        if not written:
            on_sheet = {one.person.id for one in self._rows if one.person}
            others = [one for one in self._people if one.id not in on_sheet]
            shown += [
                entry_row(ListRow(number=0, name=one.name, person=one), None) for one in others
            ]
        return shown

    def _facts(self) -> str:
        session = self._chosen.record
        if session is None:
            return ""
        changes = len(self.plan.changes)
        if self.plan.problems:
            return _("Belum dapat disimpan: perbaiki nomor barisnya.")
        if changes:
            told = _("{count} perubahan dari {rows} baris; Ctrl+S menyimpan")
            return told.format(count=number(changes), rows=number(len(self._rows)))
        return turnout_words(turnout(self._people), session)
