"""What stands in the way of a session or visit, each named with the other entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from census_desk.calendar import WorkingCalendar, calendar_known_on
from census_desk.indonesian import clock, date_range, full_date, number
from census_desk.programme import PHASE_NAMES, Phase, PhaseKind, phase_in_force
from census_desk.sessions.diary import Booking, Diary, minutes, overlap, person_key, time_at
from census_desk.sessions.facilitator import Facilitator, leave_on
from census_desk.sessions.rules import (
    SEVERITY_ORDER,
    USUAL_RULES,
    ClashKind,
    ScheduleRules,
    Severity,
    severity_of,
)
from census_desk.travel import travel_minutes
from census_desk.words import _

FRIDAY = 4
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One obstacle: its sentence, the form field it belongs to, and the other entry if any."""

    kind: ClashKind
    severity: Severity
    sentence: str
    field: str
    other: Booking | None = None

    @property
    def mark(self) -> tuple[str, str, str]:
        """What tells two clashes of one session apart: an old one is not a new one."""
        other = (self.other.collection, self.other.id) if self.other else ("", "")
        return self.kind.value, *other


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the office knows while it plans: its rules, its calendar, who is away, which phase."""

    rules: ScheduleRules = USUAL_RULES
    calendar: WorkingCalendar = field(default_factory=lambda: calendar_known_on((), date.max))
    people: Mapping[str, Facilitator] = field(default_factory=dict)
    office_names: Mapping[str, str] = field(default_factory=dict)
    phases: tuple[Phase, ...] = ()


def facilitators_by_name(people: Iterable[Facilitator]) -> dict[str, Facilitator]:
    """Facilitators by the name they are compared by."""
    return {person_key(one.name): one for one in people}


def phases_in_force(phases: Iterable[Phase], known_on: date) -> tuple[Phase, ...]:
    """The stages of the campaign as they were known on a day, by their start."""
    phases = tuple(phases)
    found = [phase_in_force(phases, kind, known_on) for kind in PhaseKind]
    return tuple(sorted((one for one in found if one), key=lambda one: one.starts_on))


def clashes_of(booking: Booking, diary: Diary, ground: Ground) -> tuple[Clash, ...]:
    """Everything in the way of a booking, the hardest first; itself in the diary is left out."""
    mine = (booking.collection, booking.id)
    others = [one for one in diary.on(booking.on) if (one.collection, one.id) != mine]
    found: list[Clash] = []

    def tell(kind: ClashKind, at: str, sentence: str, other: Booking | None = None) -> None:
        severity = severity_of(ground.rules, kind)
        found.append(Clash(kind=kind, severity=severity, sentence=sentence, field=at, other=other))

    _tell_of_the_day(booking, ground, tell)
    _tell_of_the_room(booking, tell)
    for other in sorted(others, key=lambda one: (one.starts, one.id)):
        _tell_of_another(booking, other, ground, tell)
    return tuple(sorted(found, key=lambda one: SEVERITY_ORDER.index(one.severity)))


def every_clash(
    diary: Diary, ground: Ground, first: date, last: date = date.max
) -> Iterator[tuple[Booking, tuple[Clash, ...]]]:
    """Each booking from one day to another that has something in its way."""
    for booking in diary.every():
        if first <= booking.on <= last and (found := clashes_of(booking, diary, ground)):
            yield booking, found


Tell = Callable[..., None]


def _tell_of_the_day(booking: Booking, ground: Ground, tell: Tell) -> None:
    day, rules = booking.on, ground.rules
    if off := ground.calendar.day_off(day):
        kind = ClashKind.JOINT_LEAVE if off.is_joint_leave else ClashKind.HOLIDAY
        tell(kind, "held_on", _("{day} adalah {name}.").format(day=full_date(day), name=off.name))
    elif not ground.calendar.is_working_day(day):
        tell(ClashKind.HOLIDAY, "held_on", _("{day} bukan hari kerja.").format(day=full_date(day)))
    if booking.starts < minutes(rules.opens_at) or booking.ends > minutes(rules.closes_at):
        sentence = _("Pukul {time} di luar jam kantor {hours}.")
        hours = _span(rules.opens_at, rules.closes_at)
        tell(ClashKind.HOURS, "starts_at", sentence.format(time=_times(booking), hours=hours))
    first, last = minutes(rules.friday_from), minutes(rules.friday_until)
    if day.weekday() == FRIDAY and booking.starts < last and first < booking.ends:
        hours = _span(rules.friday_from, rules.friday_until)
        sentence = _("Pukul {time} mengenai salat Jumat ({hours}).")
        tell(ClashKind.FRIDAY, "starts_at", sentence.format(time=_times(booking), hours=hours))
    _tell_of_the_phase(booking, ground, tell)
    for name in booking.people:
        person = ground.people.get(person_key(name))
        if person is not None and (leave := leave_on(person, day)):
            words = _("{name} cuti pada {day} ({reason}).")
            reason = leave.reason or _("tanpa keterangan")
            sentence = words.format(name=name, day=full_date(day), reason=reason)
            tell(ClashKind.LEAVE, "facilitator_ids", sentence)


def _tell_of_the_phase(booking: Booking, ground: Ground, tell: Tell) -> None:
    """Meetings that prepare the campaign may be held before its first stage."""
    phases = ground.phases
    if not phases or any(one.starts_on <= booking.on <= one.ends_on for one in phases):
        return
    if booking.on < phases[0].starts_on and not booking.needs_phase:
        return
    spans = ", ".join(
        f"{_(PHASE_NAMES[one.kind])} {date_range(one.starts_on, one.ends_on)}" for one in phases
    )
    sentence = _("{day} di luar semua tahap ({phases}).")
    tell(ClashKind.PHASE, "held_on", sentence.format(day=full_date(booking.on), phases=spans))


def _tell_of_the_room(booking: Booking, tell: Tell) -> None:
    room, size = booking.room, booking.size
    if room is None or size <= room:
        return
    words = _("{size} undangan, {venue} hanya untuk {room} orang: bagi menjadi {parts} sesi.")
    sentence = words.format(
        size=number(size),
        venue=booking.venue_name,
        room=number(room),
        parts=number(-(-size // room)),
    )
    tell(ClashKind.CAPACITY, "venue_id", sentence)


def _tell_of_another(booking: Booking, other: Booking, ground: Ground, tell: Tell) -> None:
    shared = booking.keys & other.keys
    if not overlap(booking, other):
        if shared:
            _tell_of_the_road(booking, other, shared, tell)
        return
    facts = {"title": _short(other.title), "time": _times(other)}
    if shared:
        names = _named(one for one in booking.people if person_key(one) in shared)
        sentence = _("{names} bertugas di “{title}” pukul {time}.").format(names=names, **facts)
        tell(ClashKind.FACILITATOR, "facilitator_ids", sentence, other)
    if booking.venue and booking.venue == other.venue:
        sentence = _("{venue} dipakai “{title}” pukul {time}.")
        tell(ClashKind.VENUE, "venue_id", sentence.format(venue=booking.venue_name, **facts), other)
    both = [one for one in booking.office_ids if one in other.office_ids]
    if both:
        names = _named(ground.office_names.get(one, _("OPD")) for one in both)
        sentence = _("{names} juga diharapkan di “{title}” pukul {time}.")
        tell(ClashKind.OFFICE, "office_ids", sentence.format(names=names, **facts), other)


def _tell_of_the_road(booking: Booking, other: Booking, shared: frozenset[str], tell: Tell) -> None:
    if booking.position is None or other.position is None:
        return
    earlier, later = sorted((booking, other), key=lambda one: one.starts)
    gap = later.starts - earlier.ends
    needed = travel_minutes(booking.position, other.position)
    if gap >= needed:
        return
    names = _named(one for one in booking.people if person_key(one) in shared)
    words = _("{names}: jalan dari atau ke “{title}” ({time}) perlu {needed} menit, adanya {gap}.")
    sentence = words.format(
        names=names, gap=gap, title=_short(other.title), time=_times(other), needed=needed
    )
    tell(ClashKind.TRAVEL, "starts_at", sentence, other)


def _named(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    shown = ", ".join(every[:MOST_NAMED])
    if len(every) <= MOST_NAMED:
        return shown
    return _("{names}, dan {count} lagi").format(names=shown, count=len(every) - MOST_NAMED)


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:57].rstrip()}…"


def _times(booking: Booking) -> str:
    return _span(time_at(booking.starts), time_at(booking.ends))


def _span(first: time, last: time) -> str:
    return f"{clock(first)}–{clock(last)}"
