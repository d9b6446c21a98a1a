"""How a figure of the board came about, in sentences: the formula, the records, the days."""

from collections.abc import Callable, Iterable

from census_desk.coverage.explaining_calendar import invited_words, letter_words, scheduled_words
from census_desk.coverage.explaining_people import done_words, session_words, visit_words
from census_desk.coverage.index import Index
from census_desk.coverage.rows import CoverageRow
from census_desk.coverage.steps import Step
from census_desk.indonesian import short_date
from census_desk.words import _

_EXPLAIN: dict[Step, Callable[[Index, CoverageRow], Iterable[str]]] = {
    Step.LETTER: letter_words,
    Step.INVITED: invited_words,
    Step.SCHEDULED: scheduled_words,
    Step.SESSION: session_words,
    Step.VISIT: visit_words,
    Step.DONE: done_words,
}


def explained(index: Index, row: CoverageRow, step: Step) -> str:
    """How one cell of a row came about, in a few sentences; the row is of the index's own day."""
    about = _("Per {day}.").format(day=short_date(index.on))
    return " ".join(part for part in (about, *_EXPLAIN[step](index, row)) if part)
