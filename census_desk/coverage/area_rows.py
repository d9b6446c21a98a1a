"""The rows of kecamatan and villages: a kecamatan's figures are sums over its villages."""

from collections.abc import Iterator, Sequence, Set

from census_desk.coverage.areas import areas_of
from census_desk.coverage.counting import (
    asked_office,
    finished_mark,
    office_letter_mark,
    office_visit_mark,
    with_letter,
)
from census_desk.coverage.help_marks import done_of
from census_desk.coverage.index import Index, ancestors
from census_desk.coverage.letter_marks import Asked, asked_to, invited_mark, way_of
from census_desk.coverage.rows import CoverageRow, RowKind, row_key
from census_desk.coverage.session_marks import (
    ENOUGH,
    Reach,
    scheduled_mark,
    session_mark,
    soonest,
)
from census_desk.coverage.steps import Mark, State, Step, count_words, mark, short_day
from census_desk.coverage.touching import Touched
from census_desk.people import Office
from census_desk.places import VILLAGE_KIND_NAMES, District, Village
from census_desk.sessions.session import Session
from census_desk.words import _


class AreaRows:
    """The rows of all kecamatan and villages; counts again those that were touched."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._count_all()

    def rows(self) -> Iterator[CoverageRow]:
        """Each kecamatan of the kabupaten, followed by its villages."""
        for district, _villages in self._areas:
            yield self._districts[district.code]
            yield from self._villages[district.code].values()

    def count_again(self, touched: Touched) -> None:
        """Take over a change; a kabupaten chosen since has other rows."""
        if touched.everything:
            self._count_all()
            return
        if touched.letters:
            for code, row in self._districts.items():
                self._districts[code] = with_letter(self._index, row)
            for rows in self._villages.values():
                rows.update({code: with_letter(self._index, row) for code, row in rows.items()})
        for district, villages in self._areas:
            self._count_district(district, villages, touched.areas)

    def _count_all(self) -> None:
        self._areas = areas_of(self._index.regency_code)
        self._districts: dict[str, CoverageRow] = {}
        self._villages: dict[str, dict[str, CoverageRow]] = {}
        for district, villages in self._areas:
            self._villages[district.code] = {}
            self._count_district(district, villages, {district.code})

    def _count_district(
        self, district: District, villages: Sequence[Village], areas: Set[str]
    ) -> None:
        rows, within = self._villages[district.code], f"{district.code}."
        above = not areas.isdisjoint(ancestors(district.code))
        if not above and not any(one.startswith(within) for one in areas):
            return
        for village in villages:
            if above or village.code in areas:
                rows[village.code] = village_row(self._index, village, district)
        self._districts[district.code] = district_row(self._index, district, list(rows.values()))


def village_row(index: Index, village: Village, district: District) -> CoverageRow:
    """One village: reached when a held session names it, or its kecamatan's session was held."""
    office = index.office_of(village.code)
    sessions = index.sessions_for_village(village.code)
    is_reached = any(index.is_held(one) for one in sessions)
    offices = index.offices_in(village.code)
    return CoverageRow(
        key=row_key(RowKind.VILLAGE, village.code),
        kind=RowKind.VILLAGE,
        name=f"{_(VILLAGE_KIND_NAMES[village.kind])} {village.name}",
        short_name=village.name,
        parent=row_key(RowKind.DISTRICT, district.code),
        office_id=office.id if office else "",
        area_code=village.code,
        marks={
            Step.LETTER: _letter(index, office),
            Step.INVITED: invited_mark(_asked(index, sessions), index.on),
            Step.SCHEDULED: scheduled_mark(sessions, index.deadline, index.on),
            Step.SESSION: _village_session(index, sessions),
            Step.VISIT: _visit(index, office),
            Step.DONE: finished_mark(index, offices),
        },
        asn_count=_asn(offices),
        done_count=_done(index, offices),
        people_reached=int(is_reached),
        people_count=1,
    )


def district_row(index: Index, district: District, villages: Sequence[CoverageRow]) -> CoverageRow:
    """One kecamatan: its office for letter and visit, sums over its villages for the sessions."""
    office = index.office_of(district.code)
    offices = index.offices_in(district.code)
    sessions = sessions_of_district(index, district.code, office, villages)
    reached = sum(row.people_reached for row in villages)
    return CoverageRow(
        key=row_key(RowKind.DISTRICT, district.code),
        kind=RowKind.DISTRICT,
        name=_("Kecamatan {name}").format(name=district.name),
        short_name=_("Kec. {name}").format(name=district.name),
        office_id=office.id if office else "",
        area_code=district.code,
        marks={
            Step.LETTER: _letter(index, office),
            Step.INVITED: invited_mark(_asked(index, sessions, office), index.on),
            Step.SCHEDULED: _sum_of_schedules(index, sessions, villages),
            Step.SESSION: _sum_of_sessions(index, sessions, villages),
            Step.VISIT: _visit(index, office),
            Step.DONE: finished_mark(index, offices),
        },
        asn_count=_asn(offices),
        done_count=_done(index, offices),
        people_reached=reached,
        people_count=len(villages),
    )


def sessions_of_district(
    index: Index, code: str, office: Office | None, villages: Sequence[CoverageRow]
) -> list[Session]:
    """The briefings that name the kecamatan, its office, or one of its villages."""
    own = (office.id,) if office else ()
    return index.sessions_for(*own, *ancestors(code), *(row.area_code for row in villages))


def _sum_of_schedules(
    index: Index, sessions: Sequence[Session], villages: Sequence[CoverageRow]
) -> Mark:
    if not villages:
        return scheduled_mark(sessions, index.deadline, index.on)
    states = [row.marks[Step.SCHEDULED].state for row in villages]
    timely, late = states.count(State.DONE), states.count(State.LATE)
    ids = [one.id for one in reversed(sessions)]
    first = soonest(sessions, index.on)
    ids = [first.id, *ids] if first else ids
    told = _("{count} dari {all} desa").format(count=timely, all=len(villages))
    if timely == len(villages):
        return mark(State.DONE, told, "sessions", *ids)
    if timely:
        return mark(State.PARTLY, told, "sessions", *ids)
    if late:
        told = _("{count} desa sesudah tenggat").format(count=late)
        return mark(State.LATE, told, "sessions", *ids)
    return mark(State.MISSING, _("belum ada jadwal"), "sessions", *ids)


def _sum_of_sessions(
    index: Index, sessions: Sequence[Session], villages: Sequence[CoverageRow]
) -> Mark:
    if not villages:
        return session_mark(sessions, Reach(whole=0), (), index.on)
    reached = sum(row.people_reached for row in villages)
    ids = [one.id for one in reversed(sessions) if index.is_held(one)]
    if reached:
        told = count_words(reached, len(villages))
        enough = reached >= ENOUGH * len(villages)
        return mark(State.DONE if enough else State.PARTLY, told, "sessions", *ids)
    states = [row.marks[Step.SESSION] for row in villages]
    for state in (State.LATE, State.UNDER_WAY):
        if found := [one for one in states if one.state is state]:
            return mark(state, found[0].detail, "sessions", *_ids(found))
    return mark(State.MISSING, _("belum ada jadwal"), "sessions")


def _village_session(index: Index, sessions: Sequence[Session]) -> Mark:
    held = [one for one in sessions if index.is_held(one)]
    if held:
        told = _("diadakan {day}").format(day=short_day(held[-1].held_on))
        return mark(State.DONE, told, "sessions", *(one.id for one in reversed(held)))
    return session_mark(sessions, Reach(whole=1), (), index.on)


def _asked(index: Index, sessions: Sequence[Session], office: Office | None = None) -> list[Asked]:
    if office is not None:
        return asked_office(index, office, sessions)
    return [
        asked_to(
            one,
            index.letters_for(one.id),
            lambda letter: way_of(letter, index.deliveries_of(letter.id), index.on),
            index.on,
        )
        for one in sessions
    ]


def _letter(index: Index, office: Office | None) -> Mark:
    return office_letter_mark(index, office) if office else _no_office("letters")


def _visit(index: Index, office: Office | None) -> Mark:
    return office_visit_mark(index, office) if office else _no_office("visits")


def _no_office(collection: str) -> Mark:
    return mark(State.NOT_NEEDED, _("bukan OPD"), collection)


def _asn(offices: Sequence[Office]) -> int:
    return sum(one.asn_count for one in offices)


def _done(index: Index, offices: Sequence[Office]) -> int:
    return sum(done_of(one.asn_count, index.recap_of(one.id)) for one in offices)


def _ids(marks: Sequence[Mark]) -> list[str]:
    return [one for each in marks for one in each.record_ids]
