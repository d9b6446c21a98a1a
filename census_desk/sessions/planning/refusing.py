"""What keeps a plan from being made at all: no team, no day, nobody left, a hall of one person."""

from collections.abc import Mapping
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.indonesian import number
from census_desk.sessions.planner.request import PlanRequest
from census_desk.sessions.planning.group import Group
from census_desk.sessions.planning.taken import Taken
from census_desk.spoken import spoken_range
from census_desk.words import _

LEAST_ROOM = 5  # people; a hall of fewer is taken for a mistake


class CannotPlan(CensusDeskError):
    """Something without which no plan can be made is missing; the sentence says what."""


def refuse_impossible(request: PlanRequest, window: tuple[date, date]) -> None:
    """Raise CannotPlan when there is no team, no day, or nobody left."""
    if not request.teams:
        raise CannotPlan(_("Belum ada tim sosialisasi; tambahkan paling sedikit satu tim dulu."))
    if not request.days:
        first, last = window
        span = spoken_range(first, last) if first <= last else f"{first:%d/%m/%Y}"
        raise CannotPlan(
            _("Tidak ada hari kerja untuk direncanakan ({span}); ubah masa rencana.").format(
                span=span
            )
        )
    if not any(unit.kind != Taken.KIND for unit in request.units):
        raise CannotPlan(
            _(
                "Tidak ada kelompok yang perlu direncanakan: "
                "semuanya sudah terjangkau atau dijadwalkan."
            )
        )


def refuse_tiny_rooms(
    request: PlanRequest, groups: Mapping[str, Group], wanted: frozenset[str]
) -> None:
    """Raise CannotPlan for a hall of hardly anybody: a figure mistyped, not a session each.

    What the office says of the group itself is believed.
    """
    for unit in request.units:
        group = groups.get(unit.code)
        if group is None or (wanted and not group.board_keys & wanted):
            continue
        is_own = group.own is not None and group.own.room is not None
        if group.room < LEAST_ROOM and unit.people > group.room and not is_own:
            raise CannotPlan(
                _(
                    "{venue} tercatat hanya untuk {room} orang, padahal {group} {people} orang. "
                    "Perbaiki daya tampungnya di daftar tempat, atau pilih tempat lain baginya."
                ).format(
                    venue=group.venue,
                    room=number(group.room),
                    group=group.short_name,
                    people=number(unit.people),
                )
            )
