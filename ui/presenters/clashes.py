"""What clashes, as rows of a table: of one session while it is edited, or of all to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from census_desk.indonesian import number
from census_desk.sessions.clashes import Clash
from census_desk.sessions.diary import Booking
from census_desk.sessions.rules import (
    CLASH_NAMES,
    SEVERITY_NAMES,
    SEVERITY_ORDER,
    Severity,
)
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui.tables import Column
from ui.wording import weekday_date
from ui.workplace import Workplace

SIGNS = {Severity.FORBID: "✕", Severity.WARN: "▲", Severity.NOTE: "○"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashRow:
    """One clash of one event; `booking` is the event, `clash.other` the other entry."""

    id: str
    booking: Booking
    clash: Clash


def severity_words(clash: Clash) -> str:
    """`▲ Diingatkan`: sign and word, never colour alone."""
    return f"{SIGNS[clash.severity]} {_(SEVERITY_NAMES[clash.severity])}"


def colour_of(row: ClashRow) -> str:
    """The state a row is painted with."""
    colours = {Severity.FORBID: "danger", Severity.WARN: "warning"}
    return colours.get(row.clash.severity, "")


SEVERITY = Column(
    name="severity",
    label=N_("Tingkat"),
    text=lambda row, lookup: severity_words(row.clash),
    sort_key=lambda row, lookup: SEVERITY_ORDER.index(row.clash.severity),
    ems=10,
)
SENTENCE = Column(
    name="sentence",
    label=N_("Keterangan"),
    text=lambda row, lookup: row.clash.sentence,
    ems=46,
)
OF_ONE = (SEVERITY, SENTENCE)
OF_ALL = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=lambda row, lookup: weekday_date(row.booking.on),
        sort_key=lambda row, lookup: (row.booking.on, row.booking.starts),
        value=lambda row, lookup: row.booking.on,
        ems=12,
    ),
    Column(name="title", label=N_("Acara"), text=lambda row, lookup: row.booking.title, ems=26),
    SEVERITY,
    Column(
        name="kind",
        label=N_("Jenis"),
        text=lambda row, lookup: _(CLASH_NAMES[row.clash.kind]),
        ems=17,
    ),
    SENTENCE,
)


def rows_of(found: Iterable[tuple[Booking, Sequence[Clash]]]) -> list[ClashRow]:
    """The rows of events with their clashes."""
    return [
        ClashRow(id=f"{booking.id}/{place}", booking=booking, clash=clash)
        for booking, clashes in found
        for place, clash in enumerate(clashes)
    ]


def clashes_of_session(workplace: Workplace, session: Session) -> list[ClashRow]:
    """What stands in the way of a session as it is in the form."""
    schedule = workplace.schedule
    booking = schedule.booking(session)
    return [] if booking is None else rows_of([(booking, schedule.clashes(session))])


def clashes_to_come(workplace: Workplace) -> list[ClashRow]:
    """What stands in the way of everything from the working day on."""
    return rows_of(workplace.schedule.every_clash(workplace.working_day()))


def summary(rows: Sequence[ClashRow]) -> str:
    """`2 dilarang · 1 diingatkan`, or that nothing clashes."""
    counts = {one: sum(row.clash.severity is one for row in rows) for one in SEVERITY_ORDER}
    parts = [
        f"{number(count)} {_(SEVERITY_NAMES[one]).lower()}"
        for one, count in counts.items()
        if count
    ]
    return " · ".join(parts) or _("Tidak ada yang bentrok.")
