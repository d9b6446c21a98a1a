"""How the office wants its sessions planned: when, for whom, in what rooms, and what is dear."""

from dataclasses import dataclass
from datetime import date, time
from math import gcd
from typing import TYPE_CHECKING

from census_desk.checks import order_of_days, refuse
from census_desk.indonesian import clock
from census_desk.sessions.planner.halves import AFTERNOON, MORNING
from census_desk.sessions.planning.closed import Closed, WeeklyClosed
from census_desk.sessions.rules import ScheduleRules
from census_desk.travel import Position
from census_desk.words import N_, _

if TYPE_CHECKING:
    from census_desk.sessions.planner.request import Weights

MINUTES = 60  # of an hour
NOON = time(12)
# Field, name, least and most of the figures.
LIMITS = (
    ("room", N_("Orang sekali sosialisasi"), 5, 10_000),
    ("cluster_size", N_("Desa sekali sosialisasi"), 1, 30),
    ("people_per_village", N_("Undangan tiap desa"), 1, 1_000),
    ("gap_minutes", N_("Perjalanan terlama antara dua sesi"), 0, 600),
    ("notice_days", N_("Jarak hari kerja bagi yang sudah diundang"), 1, 30),
    ("people_per_hour", N_("Jumlah orang yang sebanding dengan satu jam perjalanan"), 1, 10_000),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningRules:
    """What the planner keeps to; a register has at most one.

    `first_on` None: the working day after today; `last_on` None: the end of the online phase.
    `home` None: the venue of the secretariat, else the middle of the kabupaten. `people_per_hour`:
    one day earlier for so many people is worth an hour of driving. The road between the two
    sessions of a team's day takes at most `gap_minutes`. A session whose invitations are out is
    planned anew no nearer than so many working days ahead: `notice_days`, 1 for the next one.
    """

    id: str
    first_on: date | None = None
    last_on: date | None = None
    reaches_offices: bool = True
    reaches_districts: bool = True
    reaches_villages: bool = True
    home: Position | None = None
    morning_from: time = time(8, 30)
    morning_until: time = time(10, 30)
    afternoon_from: time = time(13, 0)
    afternoon_until: time = time(15, 0)
    friday_afternoons: bool = False
    room: int = 40
    cluster_size: int = 5
    people_per_village: int = 10
    gap_minutes: int = 60
    people_per_hour: int = 55
    notice_days: int = 3
    closed: tuple[Closed, ...] = ()
    weekly: tuple[WeeklyClosed, ...] = ()

    def __post_init__(self) -> None:
        refuse(planning_problems(self))


def planning_problems(rules: PlanningRules) -> dict[str, str]:
    """Field to sentence for rules that nothing can be planned by."""
    problems: dict[str, str] = {}
    if rules.first_on and rules.last_on:
        order_of_days(problems, "last_on", rules.first_on, rules.last_on)
    if rules.morning_until <= rules.morning_from:
        problems["morning_until"] = _("Sesi pagi harus berakhir sesudah mulainya.")
    if rules.afternoon_until <= rules.afternoon_from:
        problems["afternoon_until"] = _("Sesi siang harus berakhir sesudah mulainya.")
    if rules.afternoon_from < rules.morning_until:
        problems.setdefault(
            "afternoon_from", _("Sesi siang harus mulai sesudah sesi pagi berakhir.")
        )
    for field, name, least, most in LIMITS:
        if not least <= getattr(rules, field) <= most:
            problems[field] = _("{name} antara {least} dan {most}.").format(
                name=_(name), least=least, most=most
            )
    if not (rules.reaches_offices or rules.reaches_districts or rules.reaches_villages):
        problems["reaches_offices"] = _("Pilih siapa yang dijangkau: OPD, kecamatan, atau desa.")
    return problems


USUAL_PLANNING = PlanningRules(id="")
"""What holds until the office sets its own."""


def hours_problems(rules: PlanningRules, schedule: ScheduleRules) -> dict[str, str]:
    """Field to sentence for hours of sessions outside the office's hours."""
    problems: dict[str, str] = {}
    hours = f"{clock(schedule.opens_at)}–{clock(schedule.closes_at)}"
    outside = _("Jam sesi di luar jam kantor {hours} (Pengaturan, Aturan jadwal).")
    if rules.morning_from < schedule.opens_at:
        problems["morning_from"] = outside.format(hours=hours)
    if rules.afternoon_until > schedule.closes_at:
        problems["afternoon_until"] = outside.format(hours=hours)
    rest = f"{clock(schedule.friday_from)}–{clock(schedule.friday_until)}"
    friday = _("Jam sesi mengenai jeda Jumat {hours} (Pengaturan, Aturan jadwal).")
    if rules.morning_until > schedule.friday_from:
        problems["morning_until"] = friday.format(hours=rest)
    if rules.friday_afternoons and rules.afternoon_from < schedule.friday_until:
        problems["afternoon_from"] = friday.format(hours=rest)
    return problems


def hours_of(rules: PlanningRules, slot: str) -> tuple[time, time]:
    """When a session of that half-day begins and ends."""
    if slot == MORNING:
        return rules.morning_from, rules.morning_until
    return rules.afternoon_from, rules.afternoon_until


def slot_at(rules: PlanningRules, starts_at: time) -> str:
    """The half-day a session that starts then belongs to."""
    return MORNING if starts_at < max(rules.morning_until, NOON) else AFTERNOON


def weights_of(rules: PlanningRules) -> "Weights":
    """What a plan costs by the office's word: so many people a day later are an hour of driving.

    All weights grow alike, so that they stay whole numbers; a person-day is `wait`.
    """
    # here, not above: every start of the desk reads this file, few starts plan
    from census_desk.sessions.planner.request import Weights

    shared = gcd(MINUTES, rules.people_per_hour)
    day, minute = MINUTES // shared, rules.people_per_hour // shared
    usual = Weights()
    return Weights(
        unreached=usual.unreached * day,
        wait=usual.wait * day,
        travel=usual.travel * minute,
        balance=usual.balance * day,
        date=usual.date * day,
        slot=usual.slot * day,
        team=usual.team * day,
    )
