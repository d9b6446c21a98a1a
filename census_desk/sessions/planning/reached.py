"""How many of a group's people have been reached or have a date, by the sessions there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.coverage.session_marks import counted_only, is_briefing, is_held, people_of
from census_desk.people import Office
from census_desk.places import DISTRICT_CODE_LENGTH
from census_desk.register import Register
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Of a group's people: how many came, how many have a date, and the days to tell."""

    reached: int = 0
    scheduled: int = 0
    held_on: date | None = None
    coming_on: date | None = None


class Attended:
    """The briefings of a register found by whom they are for, on one working day."""

    def __init__(self, register: Register, on: date) -> None:
        self._on = on
        self._asn = {one.id: one.asn_count for one in register.offices.all()}
        sessions = [one for one in register.sessions.all() if is_briefing(one)]
        held = {one.id for one in sessions if is_held(one, on)}
        home = {one.id: one.office_id for one in register.employees.all()}
        self._noted: dict[str, list[Attendance]] = defaultdict(list)
        came: dict[str, list[Attendance]] = defaultdict(list)
        for row in register.attendances.all():
            if row.session_id in held:
                self._noted[row.session_id].append(row)
                came[home.get(row.employee_id, row.office_id)].append(row)
        self._came = {office: len(people_of(rows)) for office, rows in came.items()}
        self._by_office: dict[str, list[Session]] = defaultdict(list)
        self._by_area: dict[str, list[Session]] = defaultdict(list)
        self.by_key: dict[str, list[Session]] = defaultdict(list)
        for one in sessions:
            self._sort_in(one)

    def office(self, key: str, office: Office, people: int) -> Done:
        """Of an office: people by name once, sessions known by number by their number."""
        areas = _areas_around(office.area_code)
        mine = {one.id: one for one in self._by_office.get(office.id, ())}
        mine |= {
            one.id: one
            for area in areas
            for one in self._by_area.get(area, ())
            if not one.plan_key  # what a plan makes for villages leaves the kelurahan's ASN out
        }
        reached = self._came.get(office.id, 0)
        scheduled, held, coming = 0, [], []
        for one in mine.values():
            if is_held(one, self._on):
                held.append(one.held_on)
                reached += self._share(one, office.id, key, people)
            else:
                coming.append(one.held_on)
                scheduled += self._share(one, office.id, key, people)
        return _done(people, reached, scheduled, held, coming)

    def district(self, key: str, code: str, people: int) -> Done:
        """Of a kecamatan's meeting: one made by hand is for all of it, planned ones in parts."""
        by_hand = [one for one in self._by_area.get(code, ()) if code in one.district_codes]
        return self._in_parts(key, people, [*by_hand, *self.by_key.get(key, ())])

    def cluster(self, key: str, codes: Iterable[str], people: int) -> Done:
        """Of villages that were not left aside as `named`: their own planned sessions."""
        wanted = set(codes)
        mine = [one for one in self.by_key.get(key, ()) if wanted <= set(one.village_codes)]
        return self._in_parts(key, people, mine)

    def named(self, key: str, code: str) -> Done:
        """Of one village: sessions that name it or its kecamatan, but those of its own cluster.

        A kecamatan's meeting out of a plan has its heads; their villages are planned beside it.
        """
        mine = [
            one
            for area in (code, code[:DISTRICT_CODE_LENGTH])
            for one in self._by_area.get(area, ())
            if one.plan_key != key
        ]
        return self._in_parts("", 1, mine)

    # inside

    def _sort_in(self, session: Session) -> None:
        for office_id in session.office_ids:
            self._by_office[office_id].append(session)
        if session.plan_key:
            self.by_key[session.plan_key].append(session)
        if not session.plan_key.startswith(("office:", "district:")):
            for area in (*session.district_codes, *session.village_codes):
                self._by_area[area].append(session)

    def _in_parts(self, key: str, people: int, mine: Iterable[Session]) -> Done:
        reached, scheduled, held, coming = 0, 0, [], []
        for one in mine:
            is_part = bool(key) and one.plan_key == key
            many = min(one.invited_count, people) if is_part and one.invited_count else people
            if is_held(one, self._on):
                held.append(one.held_on)
                reached += many
            else:
                coming.append(one.held_on)
                scheduled += many
        return _done(people, reached, scheduled, held, coming)

    def _share(self, session: Session, office_id: str, key: str, people: int) -> int:
        """How many of the office a session has beside those noted by name; all where no number
        is known."""
        many = session.invited_count
        if is_held(session, self._on) and session.attended_count is not None:
            many = counted_only(session, self._noted[session.id])
        elif self._noted[session.id]:
            return 0
        elif not many:
            return people
        if session.district_codes or session.village_codes or office_id not in session.office_ids:
            return people if many else 0
        if session.plan_key == key or len(session.office_ids) == 1:
            return many
        together = sum(self._asn.get(one, 0) for one in session.office_ids)
        return round(many * self._asn.get(office_id, 0) / together) if together else 0


def _done(people: int, reached: int, scheduled: int, held: list[date], coming: list[date]) -> Done:
    reached = min(people, reached)
    return Done(
        reached=reached,
        scheduled=min(people - reached, scheduled),
        held_on=max(held, default=None),
        coming_on=min(coming, default=None),
    )


def _areas_around(area_code: str) -> Iterable[str]:
    """The area itself and the kecamatan it lies in; none for an office of the whole kabupaten."""
    return dict.fromkeys(filter(None, (area_code, area_code[:DISTRICT_CODE_LENGTH])))
