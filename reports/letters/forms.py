"""Every kind of letter and the form it is printed in."""

from collections.abc import Mapping

from census_desk.letters.letter import LetterKind
from reports.letters.activity_report import REPORT
from reports.letters.assignment import ASSIGNMENT
from reports.letters.circular import CIRCULAR
from reports.letters.content import LetterContent
from reports.letters.cover import COVER
from reports.letters.minutes import MINUTES
from reports.letters.notula import NOTULA
from reports.letters.official import OFFICIAL
from reports.letters.press import Printed, print_and_look, print_letter
from reports.letters.setting import LetterForm

FORMS: Mapping[LetterKind, LetterForm] = {
    LetterKind.CIRCULAR: CIRCULAR,
    LetterKind.INVITATION: OFFICIAL,
    LetterKind.OFFICIAL: OFFICIAL,
    LetterKind.ASSIGNMENT: ASSIGNMENT,
    LetterKind.COVER: COVER,
    LetterKind.NOTULA: NOTULA,
    LetterKind.REPORT: REPORT,
    LetterKind.MINUTES: MINUTES,
}


def drawn_letter(content: LetterContent) -> Printed:
    """A letter of any kind, and what a look at its pages shows."""
    return print_and_look(FORMS[content.kind], content)


def letter_paper(content: LetterContent) -> bytes:
    """A letter of any kind as PDF; DoesNotFit and MissingGlyph name the field."""
    return print_letter(FORMS[content.kind], content)
