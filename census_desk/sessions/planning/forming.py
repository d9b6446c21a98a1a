"""Several teams at once: facilitators dealt out among them, or just so many people each."""

from collections.abc import Callable, Sequence

from census_desk import editing
from census_desk.checks import refuse
from census_desk.register import Register
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.words import _, counted

MOST_TEAMS = 40


def teams_of(
    names: Sequence[str],
    facilitator_ids: Sequence[str],
    members: int,
    min_present: int,
    new_id: Callable[[], str],
) -> tuple[PlanningTeam, ...]:
    """One team for each name: the facilitators dealt out in turn, filled up to `members`."""
    dealt = [tuple(facilitator_ids[place :: len(names)]) for place in range(len(names))]
    return tuple(
        PlanningTeam(
            id=new_id(),
            name=name,
            facilitator_ids=people,
            extra_count=max(0, members - len(people)),
            min_present=min(min_present, max(members, len(people))),
        )
        for name, people in zip(names, dealt, strict=True)
    )


def form_teams(
    register: Register,
    count: int,
    *,
    members: int = 2,
    min_present: int = 1,
    new_id: Callable[[], str],
) -> tuple[PlanningTeam, ...]:
    """Save so many new teams as one step; facilitators of no team yet are dealt out among them.

    A team has at least `members` people: those without a name fill it up. Raises InvalidRecord.
    """
    problems: dict[str, str] = {}
    if not 1 <= count <= MOST_TEAMS:
        problems["count"] = _("Jumlah tim antara 1 dan {most}.").format(most=MOST_TEAMS)
    if not 1 <= min_present <= max(members, 1):
        problems["min_present"] = _("Paling sedikit hadir antara 1 dan {most} orang.").format(
            most=max(members, 1)
        )
    refuse(problems)
    there = register.planning_teams.all()
    busy = {one for team in there for one in team.facilitator_ids}
    free = [one.id for one in register.facilitators.all() if one.id not in busy]
    teams = teams_of(_free_names(there, count), free, members, min_present, new_id)
    words = counted("Membentuk {count} tim", "Membentuk {count} tim", count)
    with register.change(words.format(count=count)):
        for team in teams:
            editing.add(register, team)
    return teams


def _free_names(there: Sequence[PlanningTeam], count: int) -> list[str]:
    """`Tim A`, `Tim B`, …: the first names no team has."""
    taken = {team.name.casefold() for team in there}
    found: list[str] = []
    place = 0
    while len(found) < count:
        name = _("Tim {letter}").format(letter=_letters(place))
        if name.casefold() not in taken:
            found.append(name)
        place += 1
    return found


def _letters(place: int) -> str:
    """A, B, … Z, AA, AB, …"""
    first, last = divmod(place, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)
