"""The other dates a line of a plan could have, as rows with their prices in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from census_desk.indonesian import number, short_date
from census_desk.sessions.planner.checker import SLOT_NAMES
from census_desk.sessions.planner.other_dates import OtherDate, price_in_words
from census_desk.sessions.planner.request import PlanRequest
from census_desk.words import N_, _
from ui.tables import Column
from ui.wording import spoken_day, weekday_date


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRow:
    """One other date; its id is its place in the list."""

    id: str
    other: OtherDate
    team: str
    days: float  # the price in person-days of waiting
    price: str
    gives_way: str

    @property
    def words(self) -> str:
        """The whole row in a sentence."""
        told = f"{spoken_day(self.other.on)}: {self.price}"
        return f"{told}; {self.gives_way}" if self.gives_way else told


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer in a sentence, and every other date, the cheapest first."""

    sentence: str
    rows: Sequence[OtherRow]
    facts: str


class WhyPresenter(Protocol):
    """What the dialog asks."""

    def place_words(self, line_id: str) -> str:
        """The line and its date in words."""

    def why(self, line_id: str, then: Callable[[Why], object]) -> None:
        """Work the other dates out, then hand them over."""


OTHER_DATES = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=lambda row, lookup: weekday_date(row.other.on),
        sort_key=lambda row, lookup: row.other.on,
        ems=13,
        firm=True,
    ),
    Column(
        name="slot",
        label=N_("Bagian hari"),
        text=lambda row, lookup: _(SLOT_NAMES[row.other.slot]),
        ems=9,
    ),
    Column(name="team", label=N_("Tim"), text=lambda row, lookup: row.team, ems=10),
    Column(
        name="price",
        label=N_("Harga (orang-hari)"),
        text=lambda row, lookup: signed(row.days),
        sort_key=lambda row, lookup: row.other.price,
        value=lambda row, lookup: round(row.days),
        align="e",
        ems=14,
        firm=True,
    ),
    Column(
        name="gives_way",
        label=N_("Yang ikut pindah"),
        text=lambda row, lookup: row.gives_way,
        ems=30,
    ),
)


def other_rows(
    request: PlanRequest, others: Sequence[OtherDate], names: Mapping[str, str]
) -> list[OtherRow]:
    """The other dates as rows; names of units and teams by their codes."""
    return [
        OtherRow(
            id=str(place),
            other=one,
            team=names.get(one.team, one.team),
            days=one.price / max(1, request.weights.wait),
            price=_price(request, one.price),
            gives_way=_gives_way(one, names),
        )
        for place, one in enumerate(others)
    ]


def signed(price: float) -> str:
    """`+317`, `-12`, `0`."""
    whole = round(price)
    return f"+{number(whole)}" if whole > 0 else number(whole)


def _price(request: PlanRequest, price: float) -> str:
    if -1 < price < 1:
        return _("sama baiknya")
    told = price_in_words(request, abs(price))
    return told if price > 0 else _("hemat {price}").format(price=told)


def _gives_way(one: OtherDate, names: Mapping[str, str]) -> str:
    if one.moved is None:
        return ""
    old, new = one.moved
    return _("{unit}: {before} → {after}").format(
        unit=names.get(old.unit, old.unit),
        before=short_date(old.on),
        after=short_date(new.on),
    )
