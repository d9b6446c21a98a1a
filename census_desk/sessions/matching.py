"""A name or NIP written by hand, and which ASN of the register it means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from census_desk.nip import digits
from census_desk.people import Employee

SURE, POSSIBLE = 90.0, 72.0
AHEAD = 6.0  # points the best must be ahead of the next to be taken without asking
MOST_ASKED = 6
_DEGREES = re.compile(r",.*$")
_FRONT = re.compile(r"^(?:(?:prof|dr|drg|drh|ir|drs|dra|hj|h|kh|apt|ns)\.?\s+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """`employee` when there is no doubt; otherwise those it may be, the likeliest first."""

    typed: str
    employee: Employee | None = None
    candidates: tuple[Employee, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a person must choose."""
        return self.employee is None and bool(self.candidates)


def bare_name(name: str) -> str:
    """A name as it is compared: no degrees, titles, points or capitals."""
    folded = _DEGREES.sub("", name).casefold()
    words = re.sub(r"[^\w\s']", " ", _FRONT.sub("", folded + " "))
    return " ".join(words.split())


def match_person(typed: str, employees: Sequence[Employee], near: Iterable[str] = ()) -> Match:
    """Who a typed name or NIP means; `near` are offices whose people come first in doubt.

    A whole NIP decides. So does a name only one bears, written alike or nearly so while nobody
    else is close. Anything else is asked.
    """
    number = digits(typed)
    if len(number) == 18 and number.isdecimal():
        found = next((one for one in employees if one.nip == number), None)
        return Match(typed=typed, employee=found)
    wanted = bare_name(typed)
    if not wanted:
        return Match(typed=typed)
    names = [bare_name(one.name) for one in employees]
    same = [one for one, name in zip(employees, names, strict=True) if name == wanted]
    if len(same) == 1:
        return Match(typed=typed, employee=same[0])
    if same:
        return Match(typed=typed, candidates=_ordered(same, set(near))[:MOST_ASKED])
    return _like(typed, wanted, employees, names, set(near))


def _like(
    typed: str, wanted: str, employees: Sequence[Employee], names: list[str], near: set[str]
) -> Match:
    from rapidfuzz import fuzz, process

    found = process.extract(
        wanted, names, scorer=fuzz.WRatio, score_cutoff=POSSIBLE, limit=MOST_ASKED * 2
    )
    if not found:
        return Match(typed=typed)
    scored = [(score, employees[place]) for _name, score, place in found]
    best, first = scored[0]
    runner_up = scored[1][0] if len(scored) > 1 else 0.0
    whole = fuzz.ratio(wanted, bare_name(first.name)) >= SURE
    if best >= SURE and whole and best - runner_up >= AHEAD:
        return Match(typed=typed, employee=first)
    by_score = sorted(scored, key=lambda pair: (-pair[0], pair[1].office_id not in near))
    return Match(typed=typed, candidates=tuple(one for _score, one in by_score)[:MOST_ASKED])


def _ordered(people: Sequence[Employee], near: set[str]) -> tuple[Employee, ...]:
    return tuple(sorted(people, key=lambda one: (one.office_id not in near, one.name, one.id)))
