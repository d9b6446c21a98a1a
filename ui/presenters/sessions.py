"""Sessions: the month and the list, who came, and what the attendance sheet is printed with."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number, short_date
from census_desk.letters.drafting import letterhead_for
from census_desk.people import PostKind
from census_desk.sessions.attendance import (
    ATTENDANCE_STATE_NAMES,
    REACHED,
    AttendanceState,
)
from census_desk.sessions.recording import (
    Expected,
    Turnout,
    add_walk_in,
    clear_states,
    record_state,
    turnout,
)
from census_desk.sessions.roll import people_of
from census_desk.sessions.scheduling import crowd_note
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.forms import Choice
from ui.presenters.last_time import newest, signer_of_last
from ui.presenters.planning import change_session, plan_session
from ui.presenters.records import RecordsSpec
from ui.tables import Column, reference_column
from ui.workplace import OK, Workplace


def session_texts(workplace: Workplace) -> Mapping[str, str]:
    """The first texts of a new session: on the working day, signed and headed as the last one.

    In a register without sessions: the secretary in office, on the letterhead that goes with him.
    """
    on = workplace.working_day()
    chair = signer_of_last(workplace, "sessions", "chair_id", PostKind.SECRETARY)
    last = newest(workplace.register.sessions.all())
    kop = letterhead_for(chair, workplace.register.letterheads.all())
    return {
        "held_on": short_date(on),
        "chair_id": chair.id if chair else "",
        "letterhead_id": (last and last.letterhead_id) or (kop.id if kop else ""),
    }


SPEC = RecordsSpec(
    collection="sessions",
    title=N_("Sosialisasi"),
    columns=COLUMNS["sessions"],
    fields=FIELDS["sessions"],
    empty_text=N_("Belum ada sesi. Rencanakan sosialisasi pertama untuk OPD atau kecamatan."),
    empty_action=N_("Sesi baru"),
    new_text=N_("Sesi baru"),
    order="held_on",
    defaults=session_texts,
    add=plan_session,
    change=change_session,
    note=lambda workplace, session: crowd_note(workplace.register, session),
)

PEOPLE = (
    Column(name="name", label=N_("Nama"), text=lambda one, lookup: one.name, ems=20),
    Column(
        name="state",
        label=N_("Kehadiran"),
        text=lambda one, lookup: (
            _(ATTENDANCE_STATE_NAMES[one.state]) if one.state else _("Belum dicatat")
        ),
        ems=12,
    ),
    reference_column("office_id", N_("OPD"), "offices", ems=12),
)


def state_choices() -> list[Choice]:
    """The states a person of a session can be noted with."""
    return [
        Choice(key=state.value, label=_(name)) for state, name in ATTENDANCE_STATE_NAMES.items()
    ]


class AttendanceView(Protocol):
    """What the presenter asks of the panel."""

    def show_people(self, people: Sequence[Expected], facts: str) -> None:
        """Who was expected and who came."""


class AttendancePresenter:
    """Who came to one session."""

    def __init__(self, workplace: Workplace, view: AttendanceView) -> None:
        self._workplace = workplace
        self._view = view
        self._session_id = ""
        self._people: list[Expected] = []

    @property
    def session_id(self) -> str:
        """The session whose people are shown, "" for none."""
        return self._session_id

    def show(self, session_id: str) -> None:
        """Show the people of a session."""
        self._session_id = session_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the register says now."""
        register = self._workplace.register
        session = register.sessions.find(self._session_id) if self._session_id else None
        if session is None:
            self._session_id, self._people = "", []
            self._view.show_people((), "")
            return
        self._people = people_of(register, session)
        self._view.show_people(self._people, turnout_words(turnout(self._people), session))

    def note(self, ids: Sequence[str], state: AttendanceState) -> None:
        """Note one state for the chosen people."""
        if people := self._chosen(ids):
            self._write(
                lambda: record_state(
                    self._workplace.register,
                    self._session_id,
                    people,
                    state,
                    new_id=self._workplace.new_id,
                )
            )

    def clear(self, ids: Sequence[str]) -> None:
        """Back to "belum dicatat" for the chosen people."""
        if people := self._chosen(ids):
            self._write(lambda: clear_states(self._workplace.register, self._session_id, people))

    def add_walk_in(self, name: str) -> bool:
        """Note somebody who was not on the list; False when there is no session or no name."""
        if not self._session_id:
            return False
        return self._write(
            lambda: add_walk_in(
                self._workplace.register, self._session_id, name, new_id=self._workplace.new_id
            )
        )

    def _chosen(self, ids: Sequence[str]) -> list[Expected]:
        wanted = set(ids)
        people = [one for one in self._people if one.id in wanted]
        if not people:
            self._workplace.say(_("Pilih dulu nama di tabel (Ctrl+A memilih semua)."), "info")
        return people

    def _write(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return False
        self._workplace.say(_("Kehadiran dicatat."), OK)
        return True


def turnout_words(counts: Turnout, session: Session) -> str:
    """`Hadir 31 · izin 2 · belum dicatat 7 dari 40`, and the count typed by hand if it differs."""
    parts = [_("Hadir {count}").format(count=number(counts.reached))]
    parts += [
        f"{_(name).lower()} {number(counts.by_state[state])}"
        for state, name in ATTENDANCE_STATE_NAMES.items()
        if state not in REACHED and counts.by_state.get(state)
    ]
    parts.append(
        _("belum dicatat {count} dari {every}").format(
            count=number(counts.expected - counts.recorded), every=number(counts.expected)
        )
    )
    if session.attended_count not in (None, counts.reached):
        parts.append(_("isian form: {count}").format(count=number(session.attended_count or 0)))
    return " · ".join(parts)
