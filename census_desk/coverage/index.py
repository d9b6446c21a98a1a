"""The records coverage counts, each found by the row it counts for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from census_desk.coverage.grouped import Grouped
from census_desk.coverage.letter_marks import is_circular
from census_desk.coverage.session_marks import as_known, in_order, is_briefing, is_held
from census_desk.desk import Desk
from census_desk.letters.delivery import Delivery
from census_desk.letters.letter import Letter
from census_desk.people import Employee, Office, OfficeKind
from census_desk.programme import Phase, PhaseKind, Programme, phase_in_force
from census_desk.progress import Recap
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.session import Session
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.reasons import curable_keys, reasons_of
from census_desk.visits.visit import Visit

WATCHED = (
    *("desks", "programmes", "phases", "reasons", "planning_rules"),
    *("offices", "letters", "deliveries"),
    *("sessions", "attendances", "visits", "obstacles", "recaps"),
)
"""The collections a row is counted from; of the employees only those noted at a session."""
HEADS = "district:"
"""The group a plan made a session for: the heads of a kecamatan's villages, not the villages."""
CIRCULAR, FOR_SESSION = "circular", "session:"
AT, FROM, WHO = "at:", "from:", "who:"


class Index:
    """Records of a register or a campaign as of one day; `put` follows a changed one."""

    def __init__(
        self,
        records: Mapping[str, Iterable[Any]],
        staff: Callable[[str], Employee | None],
        on: date,
    ) -> None:
        self.on = on
        self._staff = staff
        self._home: dict[str, str] = {}
        sessions = (as_known(one, on) for one in records.get("sessions", ()))
        self.groups: dict[str, Grouped[Any]] = {
            name: Grouped(keys_of, sessions if name == "sessions" else records.get(name, ()))
            for name, keys_of in self._keys().items()
        }
        self.settle()

    def settle(self) -> None:
        """Take over what holds for all rows: deadline, curable reasons, villages reached apart."""
        online = phase_in_force(self.phases, PhaseKind.ONLINE, self.on)
        self.deadline: date | None = online.ends_on if online else None
        self.curable = curable_keys(reasons_of(self.groups["reasons"].all()))
        rules = self.groups["planning_rules"].all()
        self.plans_villages: bool = rules[0].reaches_villages if rules else True

    @property
    def common(self) -> tuple[object, ...]:
        """What every row depends on; a change of it counts them all again."""
        return self.deadline, self.curable, self.regency_code, self.plans_villages

    def put(self, name: str, record_id: str, record: Any) -> Any:
        """Take over a record of a watched collection, None where it is gone; answers the old."""
        if name == "sessions" and record is not None:
            record = as_known(record, self.on)
        return self.groups[name].put(record_id, record)

    # what rows are made of

    @property
    def phases(self) -> list[Phase]:
        """The dates of the stages."""
        return self.groups["phases"].all()

    @property
    def regency_code(self) -> str:
        """The kabupaten's code, by the desk or its programme; "" while neither has one."""
        desks: list[Desk] = self.groups["desks"].all()
        programmes: list[Programme] = self.groups["programmes"].all()
        codes = (*(one.regency_code for one in desks), *(one.regency_code for one in programmes))
        return next((code for code in codes if code), "")

    def offices(self) -> tuple[Office, ...]:
        """The perangkat daerah in the order of their rank; an instansi vertikal is not one."""
        return offices_to_reach(self.groups["offices"].all())

    def offices_in(self, area_code: str) -> list[Office]:
        """The offices to reach that stand for an area or for one inside it."""
        found: list[Office] = self.groups["offices"].of(area_code)
        return [one for one in found if one.kind is not OfficeKind.VERTICAL]

    def office_of(self, area_code: str) -> Office | None:
        """The office of a kecamatan or kelurahan; the first by rank where there are several."""
        kinds = (OfficeKind.DISTRICT, OfficeKind.KELURAHAN)
        own = [one for one in self.offices_in(area_code) if one.area_code == area_code]
        named = [one for one in own if one.kind in kinds]
        return min(named, key=lambda one: (one.rank, one.code, one.id), default=None)

    # what is behind a cell

    def circulars(self) -> list[Letter]:
        """The circulars, issued or not."""
        return self.groups["letters"].of(CIRCULAR)

    def letters_for(self, session_id: str) -> list[Letter]:
        """The letters of a session."""
        return self.groups["letters"].of(FOR_SESSION + session_id)

    def deliveries_to(self, office_id: str) -> list[Delivery]:
        """The follow-up of letters at one office."""
        return self.groups["deliveries"].of(office_id)

    def deliveries_of(self, letter_id: str) -> list[Delivery]:
        """The follow-up of one letter at all offices."""
        return self.groups["deliveries"].of(AT + letter_id)

    def sessions_for(self, *keys: str) -> list[Session]:
        """The briefings of any of these offices or areas that take place, in order."""
        return in_order(one for one in self.groups["sessions"].of(*keys) if is_briefing(one))

    def sessions_for_village(self, code: str) -> list[Session]:
        """The briefings that name a village or its kecamatan.

        A kecamatan's meeting out of a plan has the heads only, where the rules of the plan reach
        the villages beside it; one made by hand is for all of the kecamatan.
        """
        every = self.sessions_for(*ancestors(code))
        if not self.plans_villages:
            return every
        return [
            one for one in every if code in one.village_codes or not one.plan_key.startswith(HEADS)
        ]

    def session(self, session_id: str) -> Session | None:
        """One session as it was known on the day."""
        found: Session | None = self.groups["sessions"].get(session_id)
        return found

    def attended(self, office_id: str) -> list[Attendance]:
        """Notes about people of an office at briefings held by the day."""
        rows: list[Attendance] = self.groups["attendances"].of(FROM + office_id)
        return [row for row in rows if self._counts(row.session_id)]

    def noted_at(self, session_id: str) -> list[Attendance]:
        """Everybody noted at one session."""
        return self.groups["attendances"].of(AT + session_id)

    def is_held(self, session: Session) -> bool:
        """Whether a session is known to have been held by the day."""
        return is_held(session, self.on)

    def visits_to(self, office_id: str) -> list[Visit]:
        """The visits to one office."""
        return self.groups["visits"].of(office_id)

    def obstacles_at(self, office_id: str) -> list[Obstacle]:
        """What hinders people of one office."""
        return self.groups["obstacles"].of(office_id)

    def recap_of(self, office_id: str) -> Recap | None:
        """The office's newest recap counted by the day."""
        rows: list[Recap] = self.groups["recaps"].of(office_id)
        known = [row for row in rows if row.counted_on <= self.on]
        return max(known, key=lambda row: (row.counted_on, row.id), default=None)

    # inside

    def home_of(self, row: Attendance) -> str:
        """The office a noted person belongs to: an employee's own, else the one written down."""
        if not row.employee_id:
            return row.office_id
        if row.employee_id not in self._home:
            person = self._staff(row.employee_id)
            self._home[row.employee_id] = person.office_id if person else ""
        return self._home[row.employee_id] or row.office_id

    def noted_people(self) -> set[str]:
        """The employees noted at any session, by id."""
        return set(self._home)

    def is_elsewhere(self, employee_id: str) -> bool:
        """Whether a noted employee belongs to another office than was counted."""
        person = self._staff(employee_id)
        return self._home.get(employee_id) != (person.office_id if person else "")

    def noted_rows(self, employee_id: str) -> list[Attendance]:
        """The notes about one employee."""
        return self.groups["attendances"].of(WHO + employee_id)

    def move_home(self, employee_id: str) -> list[Attendance]:
        """Look again where an employee belongs; answers the notes about this person."""
        rows = self.noted_rows(employee_id)
        for row in rows:
            self.groups["attendances"].put(row.id, None)
        self._home.pop(employee_id, None)
        for row in rows:
            self.groups["attendances"].put(row.id, row)
        return rows

    def _counts(self, session_id: str) -> bool:
        session = self.session(session_id)
        return session is not None and is_briefing(session) and is_held(session, self.on)

    def _keys(self) -> dict[str, Callable[[Any], Iterable[str]]]:
        return {
            **dict.fromkeys(
                ("desks", "programmes", "phases", "reasons", "planning_rules"), lambda record: ()
            ),
            "offices": lambda one: ancestors(one.area_code),
            "letters": _letter_keys,
            "deliveries": lambda one: (one.office_id, AT + one.letter_id),
            "sessions": session_keys,
            "attendances": self._attendance_keys,
            **dict.fromkeys(("visits", "obstacles", "recaps"), lambda one: (one.office_id,)),
        }

    def _attendance_keys(self, row: Attendance) -> Iterable[str]:
        yield AT + row.session_id
        yield FROM + self.home_of(row)
        if row.employee_id:
            yield WHO + row.employee_id


def offices_to_reach(offices: Iterable[Office]) -> tuple[Office, ...]:
    """The perangkat daerah, in the order of their rank; BPS is an instansi vertikal, not one."""
    own = [office for office in offices if office.kind is not OfficeKind.VERTICAL]
    return tuple(sorted(own, key=lambda office: (office.rank, office.code, office.id)))


def ancestors(area_code: str) -> tuple[str, ...]:
    """An area's code and those of the areas it lies in; nothing for none."""
    parts = area_code.split(".") if area_code else []
    return tuple(".".join(parts[:place]) for place in range(1, len(parts) + 1))


def session_keys(session: Session) -> tuple[str, ...]:
    """The offices and areas a session names."""
    return (*session.office_ids, *session.district_codes, *session.village_codes)


def _letter_keys(letter: Letter) -> Iterable[str]:
    if is_circular(letter):
        yield CIRCULAR
    if letter.session_id:
        yield FOR_SESSION + letter.session_id
