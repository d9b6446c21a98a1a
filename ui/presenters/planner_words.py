"""What the planner's rules mean, in sentences a clerk can check."""

from collections.abc import Iterator, Sequence
from datetime import time

from census_desk.errors import CensusDeskError
from census_desk.indonesian import clock, number
from census_desk.programme import PhaseKind, phase_in_force
from census_desk.sessions.planner.making import Limits
from census_desk.sessions.planner.request import PlanRequest
from census_desk.sessions.planning.asking import request_of
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.notice import first_with_notice
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.settings import planning_rules_of
from census_desk.sessions.planning.window import days_of_rules, window_of_rules
from census_desk.words import _, counted
from ui.wording import spoken_day
from ui.workplace import Workplace


def time_words(workplace: Workplace, rules: PlanningRules) -> Sequence[str]:
    """The window, its working days and half-days, and what lies after the online phase."""
    register, on = workplace.register, workplace.working_day()
    first, last = window_of_rules(register, rules, on)
    if last < first:
        return [_("Masa rencana sudah lewat: {last}.").format(last=spoken_day(last))]
    days = days_of_rules(register, rules, on)
    if not days:
        return [
            _("Tidak ada hari kerja dari {first} sampai {last}.").format(
                first=spoken_day(first), last=spoken_day(last)
            )
        ]
    told = [
        _("Dari {first} sampai {last}.").format(
            first=spoken_day(days[0].on), last=spoken_day(days[-1].on)
        ),
        _("{days} hari kerja, {halves} setengah hari.").format(
            days=number(len(days)), halves=number(sum(len(day.slots) for day in days))
        ),
        _("Pagi {morning}, siang {afternoon}.").format(
            morning=_span(rules.morning_from, rules.morning_until),
            afternoon=_span(rules.afternoon_from, rules.afternoon_until),
        ),
        _("Jumat siang dipakai.") if rules.friday_afternoons else _("Jumat siang tidak dipakai."),
    ]
    online = phase_in_force(register.phases.all(), PhaseKind.ONLINE, on)
    if online is None and rules.last_on is None:
        told.append(
            _("Tahap sensus daring belum dicatat: dipakai {days} hari. Isi Sampai tanggal.").format(
                days=number((last - first).days)
            )
        )
    if online is not None and last > online.ends_on:
        told.append(
            _("Tahap sensus daring sudah berakhir {end}; sesi sesudahnya terlambat.").format(
                end=spoken_day(online.ends_on)
            )
        )
    return told


def balance_words(workplace: Workplace, rules: PlanningRules) -> Sequence[str]:
    """What the balance between waiting and driving means, and how near an invited one may move."""
    soonest = first_with_notice(workplace.register, rules, workplace.working_day())
    return [
        _(
            "Memajukan satu sesi {people} orang sehari lebih awal dianggap sebanding dengan satu "
            "jam perjalanan tim."
        ).format(people=number(rules.people_per_hour)),
        _(
            "Angka kecil: orang lebih cepat dijangkau, tim lebih jauh berkendara. Angka besar: "
            "tim lebih hemat jalan, orang lebih lama menunggu."
        ),
        _(
            "Dari sesi pagi ke sesi siang paling lama {minutes} menit di jalan; sisanya untuk "
            "makan dan salat."
        ).format(minutes=number(rules.gap_minutes)),
        _(
            "Sesi yang undangannya sudah keluar tidak dipindah ke hari yang lebih dekat daripada "
            "{day}."
        ).format(day=spoken_day(soonest)),
        _("Jarak dihitung dari koordinat tempat; jalan yang sebenarnya dapat lebih lama."),
    ]


def place_facts(groups: Sequence[Group], rules: PlanningRules) -> str:
    """`12 tanpa tempat terdaftar · selain itu 40 orang sekali`."""
    without = sum(not one.venue_id for one in groups if one.sessions)
    return _("{count} tanpa tempat terdaftar · biasanya {room} orang sekali sosialisasi").format(
        count=number(without), room=number(rules.room)
    )


def summary_words(
    workplace: Workplace, groups: Sequence[Group], only: Sequence[str], limits: Limits
) -> Sequence[str]:
    """What will be searched for: groups, teams, days, what stays, how long."""
    try:
        request = request_of(workplace.register, workplace.working_day(), only)
    except CensusDeskError as refused:
        return [refused.sentence]
    window = time_words(workplace, planning_rules_of(workplace.register))[0]
    return [window, *_summary(request, [one for one in groups if one.sessions], limits)]


def _summary(request: PlanRequest, groups: Sequence[Group], limits: Limits) -> Iterator[str]:
    sessions = sum(one.sessions for one in groups)
    yield _("{groups} kelompok dengan {people} orang perlu {sessions} sesi.").format(
        groups=number(len(groups)),
        people=number(sum(one.left for one in groups)),
        sessions=number(sessions),
    )
    yield _("{teams} tim pada {days} hari kerja punya {places} slot (setengah hari).").format(
        teams=number(len(request.teams)),
        days=number(len(request.days)),
        places=number(places_offered(request)),
    )
    if kept := sum(one.locked for one in request.previous):
        yield counted(
            "{count} sesi yang undangannya sudah keluar atau terkunci tetap pada jadwalnya.",
            "{count} sesi yang undangannya sudah keluar atau terkunci tetap pada jadwalnya.",
            kept,
        ).format(count=number(kept))
    if movable := sum(not one.locked for one in request.previous):
        yield counted(
            "{count} sesi yang sudah dijadwalkan sedapat mungkin tidak pindah.",
            "{count} sesi yang sudah dijadwalkan sedapat mungkin tidak pindah.",
            movable,
        ).format(count=number(movable))
    if limits.tries is not None:
        yield _("Pencarian berhenti setelah {count} percobaan.").format(count=number(limits.tries))
    else:
        yield _("Pencarian berjalan {count} detik; boleh dihentikan lebih awal.").format(
            count=number(round(limits.seconds or 0))
        )


def places_offered(request: PlanRequest) -> int:
    """How many sessions the teams that are there could hold at most."""
    return sum(
        len(day.slots) for day in request.days for team in request.teams if team.is_present(day.on)
    )


def _span(first: time, last: time) -> str:
    return f"{clock(first)}–{clock(last)}"
