"""Agenda of an officer or an office, as one goes with it: F4 landscape, by day."""

from collections.abc import Mapping, Sequence
from datetime import date

from census_desk.indonesian import clock, date_range, full_date
from census_desk.sessions.agenda import AgendaLine
from reports.ruled_book import BookColumn, ruled_book

MOST_OFFICES = 6
AGENDA = (
    BookColumn(title="No.", wide=10, centred=True),
    BookColumn(title="Hari, Tanggal", wide=42),
    BookColumn(title="Waktu", wide=32, centred=True),
    BookColumn(title="Acara", wide=81),
    BookColumn(title="Tempat", wide=50),
    BookColumn(title="Petugas", wide=40),
    BookColumn(title="Sasaran", wide=40),
)


def agenda_paper(
    lines: Sequence[AgendaLine],
    office_names: Mapping[str, str],
    *,
    name: str,
    zone: str,
    first: date,
    last: date,
) -> bytes:
    """The agenda as PDF; `name` is whose it is, the days are those it covers."""
    cells = [
        (
            f"{place}.",
            full_date(line.on),
            f"{clock(line.starts_at)}–{clock(line.ends_at)} {zone}",
            line.title,
            line.venue,
            ", ".join(line.people),
            _offices(line.office_ids, office_names),
        )
        for place, line in enumerate(lines, 1)
    ]
    return ruled_book("AGENDA", f"{name}, {date_range(first, last)}", AGENDA, cells)


def _offices(ids: Sequence[str], names: Mapping[str, str]) -> str:
    known = [names[one] for one in ids if one in names]
    return ", ".join(known) if len(known) <= MOST_OFFICES else f"{len(known)} OPD"
