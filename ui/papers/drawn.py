"""What only the drawn paper of a letter shows: the checker looks at it before a number is spent."""

from typing import TYPE_CHECKING

from census_desk.errors import CensusDeskError
from census_desk.letters.checker.facts import DrawnFacts
from ui.papers.letters import letter_content
from ui.pdf_pages import page_count

if TYPE_CHECKING:
    from census_desk.letters.letter import Letter
    from census_desk.register import Register


def drawn_facts(register: "Register", letter: "Letter") -> DrawnFacts | None:
    """Pages and signs without a glyph; None where the paper cannot be drawn for another reason.

    A signature is never alone on a page: the papers keep the last lines with it.
    """
    from reports.errors import MissingGlyph
    from reports.letters.forms import letter_paper

    try:
        pdf = letter_paper(letter_content(register, letter, issued=True))
    except MissingGlyph as missing:
        return DrawnFacts(page_count=1, missing_glyphs=(missing.char,))
    except CensusDeskError:
        return None
    return DrawnFacts(page_count=page_count(pdf))
