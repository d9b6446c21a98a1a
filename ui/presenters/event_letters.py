"""The letters of one session or visit: drafted from it, their status, mended when it moved."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number
from census_desk.letters.event_mending import ralat, reissue, takes_place
from census_desk.letters.events import (
    WANTED_NAMES,
    Event,
    EventLetter,
    Wanted,
    draft_letter,
    event_of,
    letters_of,
)
from census_desk.letters.letter import LETTER_KIND_NAMES, LETTER_STATUS_NAMES, OUT_OF_USE
from census_desk.people import PostKind
from census_desk.sessions.session import Session, SessionKind
from census_desk.words import N_, _
from ui.forms import Field
from ui.tables import Column
from ui.workplace import INFO, OK, Workplace

REASON = (Field(name="reason", label=N_("Alasan"), hint=N_("Alasan ini tercatat di riwayat.")),)
EVENT_LETTERS = (
    Column(
        name="kind",
        label=N_("Jenis"),
        text=lambda row, lookup: _(LETTER_KIND_NAMES[row.letter.kind]),
        ems=11,
    ),
    Column(
        name="number",
        label=N_("Nomor"),
        text=lambda row, lookup: row.letter.number or "–",
        ems=13,
    ),
    Column(
        name="status",
        label=N_("Status"),
        text=lambda row, lookup: _(LETTER_STATUS_NAMES[row.letter.status]),
        ems=9,
    ),
    Column(
        name="told",
        label=N_("Kepada"),
        text=lambda row, lookup: "; ".join(row.told),
        ems=18,
    ),
    Column(
        name="stale",
        label=N_("Yang berubah"),
        text=lambda row, lookup: "; ".join(one.sentence for one in row.stale),
        ems=22,
    ),
)


class EventLettersView(Protocol):
    """What the presenter asks of the panel."""

    def show_letters(self, rows: Sequence[EventLetter], facts: str) -> None:
        """The letters of the event, those to mend first."""


class EventLettersPresenter:
    """Follows one session or visit by its id."""

    def __init__(self, workplace: Workplace, view: EventLettersView) -> None:
        self._workplace = workplace
        self._view = view
        self._event_id = ""
        self._rows: tuple[EventLetter, ...] = ()

    @property
    def event(self) -> Event | None:
        """The session or visit shown."""
        return event_of(self._workplace.register, self._event_id) if self._event_id else None

    @property
    def stale(self) -> tuple[EventLetter, ...]:
        """Exactly the issued letters the event has left behind."""
        return tuple(row for row in self._rows if row.stale)

    def show(self, event_id: str) -> None:
        """Show the letters of a session or visit, "" for none."""
        self._event_id = event_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the register says now."""
        event, on = self.event, self._workplace.working_day()
        self._rows = letters_of(self._workplace.register, event, on) if event else ()
        self._view.show_letters(self._rows, facts(self._rows) if event else "")

    def choices(self) -> list[tuple[str, Wanted, PostKind | None]]:
        """What may be written for the event: its words, and who signs where not the usual one."""
        event = self.event
        if event is None:
            return []
        made = [(f"{_(name)}", wanted, None) for wanted, name in WANTED_NAMES.items()]
        if isinstance(event, Session) and event.kind is SessionKind.DISTRICT:
            made[1:1] = [
                (_("Undangan oleh Camat"), Wanted.INVITATION, PostKind.DISTRICT_HEAD),
                (_("Undangan oleh BPS"), Wanted.INVITATION, PostKind.BPS_HEAD),
            ]
        return made

    def draft(self, wanted: Wanted, signer: PostKind | None = None) -> str:
        """Save a draft of that letter; its id, "" when refused (and said)."""
        event = self.event
        if event is None:
            return ""
        made = ""

        def do() -> str:
            nonlocal made
            letter = draft_letter(
                self._workplace.register,
                event,
                wanted,
                on=self._workplace.working_day(),
                letter_id=self._workplace.new_id(),
                signer=signer,
            )
            made = letter.id
            return _("Draf {kind} dibuat; periksa, lalu terbitkan.").format(
                kind=_(WANTED_NAMES[wanted]).lower()
            )

        self._do(do, lambda: made)
        return made

    def ask_to_reissue(self) -> str:
        """What would be voided and whom it told, for the dialog; "" (and said) for nothing."""
        if not self.stale:
            self._workplace.say(_("Semua surat acara ini masih sesuai."), INFO)
            return ""
        lines = [f"{_number(row)} → {'; '.join(row.told)}" for row in self.stale]
        event = self.event
        if event is not None and not takes_place(event):
            lines.append(_("Gantinya: pemberitahuan bahwa kegiatan tidak jadi dilaksanakan."))
        return "\n".join(lines)

    def reissue(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Void and draft anew all that was left behind, in one step; the problems by field."""
        event = self.event
        assert event is not None
        try:
            made = reissue(
                self._workplace.register,
                event,
                on=self._workplace.working_day(),
                reason=texts["reason"],
                new_id=self._workplace.new_id,
            )
        except InvalidRecord:
            return {"reason": _("Tulis alasannya.")}
        except CensusDeskError as refused:
            return {"reason": refused.sentence}
        told = _("{count} surat dibatalkan dan disusun ulang; periksa, lalu terbitkan drafnya.")
        self._told(told.format(count=number(len(made))), made[0].id)
        return {}

    def ralat(self) -> None:
        """Draft a Ralat of each letter that was left behind."""
        event = self.event
        first = ""

        def do() -> str:
            nonlocal first
            assert event is not None
            made = ralat(
                self._workplace.register,
                event,
                on=self._workplace.working_day(),
                new_id=self._workplace.new_id,
            )
            first = made[0].id
            return _("{count} draf ralat dibuat; periksa, lalu terbitkan.").format(
                count=number(len(made))
            )

        if event is not None:
            self._do(do, lambda: first)

    def _do(self, do: Callable[[], str], made: Callable[[], str]) -> None:
        try:
            told = do()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._told(told, made())

    def _told(self, text: str, letter_id: str) -> None:
        self._workplace.say(
            text, OK, (_("Buka surat"), lambda: self._workplace.go("letters", letter_id))
        )
        self.refresh()


def facts(rows: Sequence[EventLetter]) -> str:
    """`3 surat · 1 perlu diterbitkan ulang`."""
    living = [row for row in rows if row.letter.status not in OUT_OF_USE]
    stale = sum(bool(row.stale) for row in living)
    if not stale:
        return _("{count} surat").format(count=number(len(living)))
    return _("{count} surat · {stale} tidak lagi sesuai").format(
        count=number(len(living)), stale=number(stale)
    )


def _number(row: EventLetter) -> str:
    return row.letter.number or row.letter.subject[:40]
