"""Tindak lanjut: what was agreed on a visit, who does it, until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, no_long_digits, refuse, require
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One step agreed on a visit; `due_on` None only where an older register named no day."""

    id: str
    visit_id: str
    what: str
    who: str = ""
    due_on: date | None = None
    done_on: date | None = None
    done_note: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "visit_id", self.visit_id, _("Kunjungan terkait"))
        require(problems, "what", self.what, _("Tindak lanjut"))
        for field, value, name, most in (
            ("what", self.what, _("Tindak lanjut"), 2_000),
            ("who", self.who, _("Pelaksana"), 160),
            ("done_note", self.done_note, _("Hasilnya"), 500),
        ):
            limit(problems, field, value, name, most)
            no_long_digits(problems, field, value, name)
        refuse(problems)


def agreed_on(follow_ups: Iterable[FollowUp], visit_id: str) -> tuple[FollowUp, ...]:
    """The steps of one visit, the nearest day first."""
    mine = [one for one in follow_ups if one.visit_id == visit_id]
    return tuple(sorted(mine, key=lambda one: (one.due_on or date.max, one.id)))


def is_open(follow_up: FollowUp, on: date) -> bool:
    """Whether it is not done by the end of that day."""
    return follow_up.done_on is None or follow_up.done_on > on
