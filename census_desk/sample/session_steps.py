"""The steps of the sample's schedule: venues, facilitators, sessions planned, moved and held."""

from collections.abc import Callable
from dataclasses import replace

from census_desk.register import Register
from census_desk.sample import activity_rows, rows
from census_desk.sample.rows import Row
from census_desk.sessions.planning.rules import USUAL_PLANNING
from census_desk.sessions.session import Session, SessionStatus


class SessionSteps:
    """What the builder of a sample does with the schedule."""

    register: Register
    read: Callable[[str], list[Row]]
    id_of: Callable[[str, str], str]
    _id_for: Callable[[str, str], str]
    _new_id: Callable[[], str]
    _known: dict[tuple[str, str], str]

    def _venues(self, _key: str) -> None:
        for row in self.read("venues"):
            record_id = self._id_for("venues", row["key"])
            self.register.venues.add(rows.venue(row, record_id, self.id_of))

    def _facilitators(self, _key: str) -> None:
        for row in self.read("facilitators"):
            record_id = self._id_for("facilitators", row["key"])
            person = rows.facilitator(row, record_id, self.id_of)
            self.register.facilitators.add(replace(person, leave=()))

    def _planning_rules(self, _key: str) -> None:
        self.register.planning_rules.add(replace(USUAL_PLANNING, id=self._new_id()))

    def _planning_teams(self, _key: str) -> None:
        for row in self.read("planning_teams"):
            record_id = self._id_for("planning_teams", row["key"])
            self.register.planning_teams.add(rows.planning_team(row, record_id, self.id_of))

    def _leave(self, key: str) -> None:
        row = _one(self.read("facilitators"), key)
        record_id = self.id_of("facilitators", key)
        self.register.facilitators.replace(rows.facilitator(row, record_id, self.id_of))

    def _days(self, _key: str) -> None:
        for row in self.read("day_changes"):
            self.register.day_changes.add(rows.day_change(row, self._new_id()))

    def _move(self, key: str) -> None:
        """A move leaves the session invited."""
        row = _one(self.read("sessions"), key)
        session = activity_rows.session(row, self.id_of("sessions", key), self.id_of)
        self.register.sessions.replace(replace(session, status=SessionStatus.INVITED))

    def _meeting(self, key: str) -> None:
        row = _one(self.read("sessions"), key)
        self._plan_session(row, SessionStatus.INVITED)

    def _plan(self, _key: str) -> None:
        for row in self.read("sessions"):
            if ("sessions", row["key"]) not in self._known:
                planned = row["status"] in (SessionStatus.PLANNED, SessionStatus.CANCELLED)
                self._plan_session(row, SessionStatus.PLANNED if planned else SessionStatus.INVITED)

    def _plan_session(self, row: Row, status: SessionStatus) -> None:
        session = activity_rows.session(row, self._id_for("sessions", row["key"]), self.id_of)
        planned = replace(session, status=status, attended_count=None, status_note="", note="")
        self.register.sessions.add(_as_first_planned(planned))

    def _hold(self, key: str) -> None:
        row = _one(self.read("sessions"), key)
        self.register.sessions.replace(
            activity_rows.session(row, self.id_of("sessions", key), self.id_of)
        )


def _as_first_planned(session: Session) -> Session:
    """Before its moves."""
    if not session.moves:
        return session
    first = session.moves[0]
    return replace(
        session,
        held_on=first.from_on,
        starts_at=first.from_starts_at,
        ends_at=first.from_ends_at,
        moves=(),
    )


def _one(table: list[Row], key: str) -> Row:
    return next(row for row in table if row["key"] == key)
