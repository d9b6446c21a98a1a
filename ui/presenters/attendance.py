"""Kehadiran: the session all sections of the page are about, and its facts in words."""

from collections.abc import Callable

from census_desk.indonesian import clock, short_date
from census_desk.sessions.session import NOT_TAKING_PLACE, Session
from ui.columns.sessions import audience
from ui.forms import Choice
from ui.workplace import Workplace


class ChosenSession:
    """Which session is in hand; whoever listens is told when another is taken."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._listeners: list[Callable[[], object]] = []
        self.id = first_session(workplace)

    @property
    def record(self) -> Session | None:
        """The session as it is saved now; None when there is none or it was deleted."""
        found: Session | None = self._workplace.register.sessions.find(self.id) if self.id else None
        return found

    def choose(self, session_id: str) -> None:
        """Take another session in hand."""
        if session_id != self.id:
            self.id = session_id
            for listener in tuple(self._listeners):
                listener()

    def listen(self, listener: Callable[[], object]) -> None:
        """Call `listener` whenever another session is taken."""
        self._listeners.append(listener)

    def choices(self) -> list[Choice]:
        """Every session that takes place, the nearest to the working day first."""
        on = self._workplace.working_day()
        mine = [one for one in self._workplace.register.sessions.all() if is_offered(one, self.id)]
        mine.sort(key=lambda one: (abs((one.held_on - on).days), one.held_on, one.starts_at))
        return [Choice(key=one.id, label=session_line(self._workplace, one)) for one in mine]

    def label(self, session_id: str) -> str:
        """A session in one line, "" for one that is gone."""
        found = self._workplace.register.sessions.find(session_id)
        return session_line(self._workplace, found) if found else ""


def is_offered(session: Session, chosen_id: str) -> bool:
    """Whether people may have come to a session."""
    return session.status not in NOT_TAKING_PLACE or session.id == chosen_id


def first_session(workplace: Workplace) -> str:
    """The session of the working day, else the last before it, else the next; "" for none."""
    on = workplace.working_day()
    mine = [one for one in workplace.register.sessions.all() if is_offered(one, "")]

    def nearness(one: Session) -> tuple[bool, int, str]:
        return (one.held_on > on, abs((one.held_on - on).days), f"{one.starts_at}")

    return min(mine, key=nearness).id if mine else ""


def session_line(workplace: Workplace, session: Session) -> str:
    """`18/02/2020 08.30 · Diskominfo · Sosialisasi Sensus …`."""
    when = f"{short_date(session.held_on)} {clock(session.starts_at)}"
    return " · ".join(filter(None, (when, audience(session, workplace.lookup), session.title)))
