"""Meja daftar: one field, one answer, the counters, and the last ones who came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from census_desk.errors import CensusDeskError
from census_desk.indonesian import clock, number
from census_desk.sessions.checkin import arrivals, check_in, check_in_guest, take_back
from census_desk.sessions.door import (
    DOOR_ANSWER_NAMES,
    AtDoor,
    Counters,
    Door,
    DoorAnswer,
    is_door_code,
)
from census_desk.sessions.recording import Expected
from census_desk.sessions.roll import people_of
from census_desk.words import N_, _
from ui.presenters.attendance import ChosenSession
from ui.tables import Column
from ui.workplace import ERROR, INFO, OK, WARNING, Workplace

KINDS = {
    DoorAnswer.WELCOME: OK,
    DoorAnswer.ALREADY: WARNING,
    DoorAnswer.NOT_INVITED: ERROR,
    DoorAnswer.MISREAD: ERROR,
    DoorAnswer.SEVERAL: INFO,
    DoorAnswer.NOBODY: ERROR,
}
ARRIVALS = (
    Column(
        name="arrived_at",
        label=N_("Pukul"),
        text=lambda one, lookup: clock(one.attendance.arrived_at),
        ems=7,
    ),
    Column(name="name", label=N_("Nama"), text=lambda one, lookup: one.name, ems=24),
    Column(
        name="position",
        label=N_("Jabatan / unit"),
        text=lambda one, lookup: (
            (one.position or one.unit) if one.is_listed else _("tamu, tidak terdaftar")
        ),
        ems=24,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The answer in big letters: a headline, a sentence below, and its colour."""

    head: str
    sentence: str = ""
    kind: str = INFO


class DoorView(Protocol):
    """What the presenter asks of the section."""

    def show_answer(self, shown: Shown) -> None:
        """What the person at the door is told."""

    def show_counters(self, counters: Counters) -> None:
        """Diundang, hadir, belum, tamu."""

    def show_found(self, people: Sequence[Expected]) -> None:
        """Those the typed letters may mean."""

    def show_arrivals(self, people: Sequence[Expected]) -> None:
        """Those who came, the last one first."""

    def clear(self) -> None:
        """Ready for the next one."""


class DoorPresenter:
    """One session at its door; the register is asked only when somebody is noted."""

    def __init__(self, workplace: Workplace, view: DoorView, chosen: ChosenSession) -> None:
        self._workplace = workplace
        self._view = view
        self._chosen = chosen
        self._door = Door(None, ())
        self._past: list[tuple[Expected, Expected]] = []
        self._own_revs: set[int] = set()

    def use_session(self) -> None:
        """Another session is in hand: its people, and nothing to take back."""
        self._past.clear()
        self._view.clear()
        self._view.show_answer(Shown(head=_("Siap"), sentence=_hint()))
        self.refresh()

    def refresh(self, rev: int = 0) -> None:
        """Read everybody anew, unless `rev` is a step this desk took itself."""
        if rev and rev in self._own_revs:
            return
        session = self._chosen.record
        people = people_of(self._workplace.register, session) if session else []
        self._door = Door(session, people)
        self._paint()

    def typed(self, text: str) -> None:
        """Show whom the letters may mean; a scanner's code shows nobody until Enter."""
        found = [] if is_door_code(text) or not text.strip() else self._door.find(text)
        self._view.show_found(found)

    def enter(self, text: str, chosen_id: str = "") -> None:
        """Enter was pressed: note the person meant, or say why not."""
        if not text.strip():
            return
        if chosen_id:
            person = next((one for one in self._door.people if one.id == chosen_id), None)
            asked = self._door.known(person) if person else self._door.ask(text)
        else:
            asked = self._door.ask(text)
        if asked.answer is DoorAnswer.WELCOME and asked.person is not None:
            self._come(asked.person)
            return
        self._tell(asked)
        if asked.answer is DoorAnswer.SEVERAL:
            self._view.show_found(asked.candidates)
        elif asked.answer is not DoorAnswer.NOBODY:
            self._view.clear()

    def guest(self, name: str) -> None:
        """Note somebody who is not on the list under the typed name."""
        if is_door_code(name) or not self._chosen.id:
            self._workplace.say(_("Ketik nama tamunya, lalu F3."), INFO)
            return
        self._note(
            lambda: check_in_guest(
                self._workplace.register,
                self._chosen.id,
                name,
                self._workplace.now().time().replace(microsecond=0),
                new_id=self._workplace.new_id,
            ),
            before=None,
        )

    def undo(self) -> None:
        """Take the last one back."""
        if not self._past:
            self._view.show_answer(
                Shown(head=_("Tidak ada yang dibatalkan"), kind=INFO, sentence=_hint())
            )
            return
        before, now = self._past.pop()
        try:
            restored = take_back(self._workplace.register, before, now)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._own_revs.add(self._workplace.register.rev)
        if before.attendance is None and not before.is_listed:
            self._door.drop(now.id)
        else:
            self._door.put(restored)
        self._view.show_answer(Shown(head=now.name, sentence=_("Dibatalkan."), kind=WARNING))
        self._paint()

    # inside

    def _come(self, person: Expected) -> None:
        self._note(
            lambda: check_in(
                self._workplace.register,
                self._chosen.id,
                person,
                self._workplace.now().time().replace(microsecond=0),
                new_id=self._workplace.new_id,
            ),
            before=person,
        )

    def _note(self, write: Callable[[], Expected], before: Expected | None) -> None:
        self._own_revs.add(self._workplace.register.rev + 1)
        try:
            now = write()
        except CensusDeskError as refused:
            self._view.show_answer(Shown(head=refused.sentence, kind=ERROR))
            return
        self._own_revs.add(self._workplace.register.rev)
        self._past.append((before or _gone(now), now))
        self._door.put(now)
        self._view.clear()
        self._view.show_answer(Shown(head=now.name, sentence=self._welcome(now), kind=OK))
        self._paint()

    def _welcome(self, now: Expected) -> str:
        counters = self._door.counters
        arrived = now.attendance.arrived_at if now.attendance else None
        told = _("Hadir pukul {time} · orang ke-{count}")
        count = number(counters.came + counters.guests)
        words = told.format(time=clock(arrived) if arrived else "", count=count)
        return " · ".join(filter(None, (words, now.position or now.unit)))

    def _tell(self, asked: AtDoor) -> None:
        head = _(DOOR_ANSWER_NAMES[asked.answer])
        if asked.person is not None:
            head = asked.person.name
        self._view.show_answer(Shown(head=head, sentence=asked.sentence, kind=KINDS[asked.answer]))

    def _paint(self) -> None:
        self._view.show_counters(self._door.counters)
        self._view.show_arrivals(arrivals(self._door.people))


def _gone(now: Expected) -> Expected:
    """A guest before he came: nothing was noted."""
    return Expected(id=now.id, name=now.name, office_id=now.office_id, key=now.key, is_listed=False)


def _hint() -> str:
    return _("Ketik nama atau pindai QR undangan atau kartu, lalu Enter.")
