"""The steps of a sample campaign about visits: obstacles, visits, follow-ups, requests."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from census_desk.register import Register
from census_desk.sample import activity_rows, rows
from census_desk.sample.rows import Row
from census_desk.visits.obstacle import Closing
from census_desk.visits.reasons import default_reasons
from census_desk.visits.visit import Readiness, VisitStatus


class VisitSteps:
    """One half of the Builder, which reads the files and gives ids."""

    register: Register
    _today: date
    _new_id: Callable[[], str]
    read: Callable[[str], list[Row]]
    id_of: Callable[[str, str], str]
    _id_for: Callable[[str, str], str]

    def _done(self, key: str) -> None:
        row = row_of(self.read("follow_ups"), key)
        agreed = self.register.follow_ups.get(self.id_of("follow_ups", key))
        done = replace(agreed, done_on=rows.day(row["done_on"]), done_note=row["done_note"])
        self.register.follow_ups.replace(done)

    def _reasons(self, _key: str) -> None:
        self.register.reasons.add_many(default_reasons(self._new_id))

    def _request(self, key: str) -> None:
        row = row_of(self.read("help_requests"), key)
        record_id = self._id_for("help_requests", key)
        request = activity_rows.help_request(row, record_id, self.id_of)
        self.register.help_requests.add(request)

    def _answer(self, key: str) -> None:
        row = row_of(self.read("help_requests"), key)
        request = self.register.help_requests.get(self.id_of("help_requests", key))
        self.register.help_requests.replace(
            replace(
                request,
                answered_on=rows.day(row["answered_on"]),
                visit_id=self.id_of("visits", row["visit"]),
                session_id=self.id_of("sessions", row["session"]),
                answer=row["answer"],
            )
        )

    def _obstacles(self, noted_on: str) -> None:
        for row in rows_of(self.read("visits"), "planned_on", noted_on):
            self._plan_visit(row)
        for row in rows_of(self.read("obstacles"), "noted_on", noted_on):
            record_id = self._id_for("obstacles", _obstacle_key(row))
            self.register.obstacles.add(activity_rows.obstacle(row, record_id, self.id_of))
        self._close_obstacles()

    def _plan_visit(self, row: Row) -> None:
        visit = activity_rows.visit(row, self._id_for("visits", row["key"]), self.id_of)
        self.register.visits.add(
            replace(
                visit,
                status=VisitStatus.PLANNED,
                attendee_count=0,
                helped_count=0,
                findings="",
                nik_ready=Readiness.UNKNOWN,
                kk_ready=Readiness.UNKNOWN,
                device_ready=Readiness.UNKNOWN,
                network_ready=Readiness.UNKNOWN,
                received_by="",
                received_by_post="",
            )
        )

    def _help(self, key: str) -> None:
        row = row_of(self.read("visits"), key)
        self.register.visits.replace(
            activity_rows.visit(row, self.id_of("visits", key), self.id_of)
        )
        for agreed in rows_of(self.read("follow_ups"), "visit", key):
            record_id = self._id_for("follow_ups", agreed["key"])
            self.register.follow_ups.add(activity_rows.follow_up(agreed, record_id, self.id_of))
        self._close_obstacles()

    def _close_obstacles(self) -> None:
        for row in self.read("obstacles"):
            closed_on = rows.day(row["closed_on"])
            if closed_on and closed_on <= self._today:
                noted = self.register.obstacles.get(self.id_of("obstacles", _obstacle_key(row)))
                closing = Closing(
                    on=closed_on,
                    people_count=int(row["closed_count"]),
                    visit_id=self.id_of("visits", row["closed_by"]),
                )
                if not noted.closings:
                    self.register.obstacles.replace(replace(noted, closings=(closing,)))


def rows_of(table: Iterable[Row], column: str, value: str) -> list[Row]:
    """The rows that say so in that column."""
    return [row for row in table if row[column] == value]


def row_of(table: Iterable[Row], key: str) -> Row:
    """The row with that key."""
    return next(row for row in table if row["key"] == key)


def _obstacle_key(row: Row) -> str:
    return f"{row['office_code']} {row['reason']} {row['noted_on']}"
