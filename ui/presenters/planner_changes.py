"""What accepting a plan would change: old and new, what stands in the way, letters to reissue."""

from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import number
from census_desk.sessions.planner.checker import SLOT_NAMES
from census_desk.sessions.planner.request import PlannedSession
from census_desk.sessions.planning.proposing import Proposal, ProposedLine
from census_desk.sessions.session import Session
from census_desk.words import N_, _
from ui.tables import Column
from ui.wording import weekday_date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One session before and after, in the shape of a table's record.

    The id is the line's place in the version; a session that is left without a place has its own.
    """

    id: str
    name: str
    before: str
    after: str
    on: date | None
    letters: str
    clashes: str
    is_forbidden: bool = False
    is_new: bool = False

    @property
    def notes(self) -> str:
        """The letters to reissue, then what stands in the way."""
        return " ".join(part for part in (self.letters, self.clashes) if part)

    @property
    def kind(self) -> str:
        """What happens, with a sign."""
        if not self.after:
            return _("× tetap, tanpa jadwal baru")
        return _("+ baru") if self.is_new else _("→ pindah")


CHANGES = (
    Column(name="kind", label=N_("Perubahan"), text=lambda row, lookup: row.kind, ems=9, firm=True),
    Column(name="name", label=N_("Kelompok sasaran"), text=lambda row, lookup: row.name, ems=18),
    Column(name="before", label=N_("Lama"), text=lambda row, lookup: row.before, ems=25),
    Column(
        name="after",
        label=N_("Baru"),
        text=lambda row, lookup: row.after,
        sort_key=lambda row, lookup: row.on,
        ems=25,
    ),
    Column(
        name="notes", label=N_("Surat diralat, bentrok"), text=lambda row, lookup: row.notes, ems=20
    ),
)


def change_colour(row: ChangeRow) -> str:
    """How a row is painted; its words say the same."""
    if row.is_forbidden or not row.after:
        return "danger"
    return "warning" if row.letters or row.clashes else ""


def change_rows(told: Proposal, teams: dict[str, str]) -> list[ChangeRow]:
    """Moves first, then what is left without a place, then what is new; each by its date."""
    moves = [_row(one, teams) for one in told.lines if one.before is not None]
    new = [_row(one, teams) for one in told.lines if one.before is None]
    return [*moves, *map(_left, told.left), *new]


def change_facts(told: Proposal) -> str:
    """`18 baru · 2 pindah · 1 surat perlu diralat`."""
    parts = [
        _("{count} baru").format(count=number(told.new_count)),
        _("{count} pindah").format(count=number(told.moved_count)),
    ]
    if told.letters:
        parts.append(_("{count} surat perlu diralat").format(count=number(len(told.letters))))
    if forbidden := sum(one.is_forbidden for one in told.lines):
        parts.append(_("{count} dilarang aturan jadwal").format(count=number(forbidden)))
    if told.left:
        parts.append(_("{count} tanpa jadwal").format(count=number(len(told.left))))
    return " · ".join(parts)


def place_words(one: PlannedSession, teams: dict[str, str]) -> str:
    """`Sel 25/02/2020 pagi, Tim A`."""
    team = teams.get(one.team, "")
    place = f"{weekday_date(one.on)} {_(SLOT_NAMES[one.slot])}"
    return f"{place}, {team}" if team else place


def _row(one: ProposedLine, teams: dict[str, str]) -> ChangeRow:
    before, after = one.change.before, one.change.after
    was = place_words(before, teams) if before else _before(one.before)
    then = place_words(after, teams) if after else ""
    if one.before is not None and was == then:  # another hall, or other people
        was, then = _details(was, one.before), _details(then, one.session)
    return ChangeRow(
        id=str(one.index),
        name=one.name,
        before=was,
        after=then,
        on=one.line.on,
        letters="; ".join(stale.letter.number or stale.letter.subject for stale in one.letters),
        clashes=" ".join(one.sentences),
        is_forbidden=one.is_forbidden,
        is_new=one.before is None,
    )


def _details(place: str, session: Session) -> str:
    return _("{place}, {venue}, {count} orang").format(
        place=place, venue=session.venue, count=number(session.invited_count)
    )


def _before(session: Session | None) -> str:
    return weekday_date(session.held_on) if session else ""


def _left(session: Session) -> ChangeRow:
    return ChangeRow(
        id=session.id,
        name=session.title,
        before=weekday_date(session.held_on),
        after="",
        on=None,
        letters="",
        clashes="",
    )
