"""A letter as it stands while it is written: it is drawn though it still lacks something."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from census_desk.letters.fields import MISSING
from census_desk.letters.letter import (
    WITHOUT_ADDRESSEE,
    Assignee,
    CoverItem,
    Letter,
    LetterKind,
)
from census_desk.letters.own_fonts import with_fonts
from census_desk.letters.profile import LayoutProfile, profiles
from ui.papers.facts import Job
from ui.papers.files import Paper
from ui.papers.letters import letter_content, letter_file_name, letter_job

if TYPE_CHECKING:
    from census_desk.register import Register


def preview_job(register: "Register", letter: Letter) -> Job:
    """The letter as it stands while it is written: dots where it still lacks its people or text."""
    return letter_job(register, with_dots(letter))


def layout_preview_job(register: "Register", letter: Letter, layout: LayoutProfile) -> Job:
    """The letter as this layout would lay it out, saved or not; FontGone, FactMissing."""
    shipped = replace(with_dots(letter), profile=profiles()[0].id)  # its own may be gone
    content = replace(letter_content(register, shipped), profile=with_fonts(register, layout))

    def job() -> Paper:
        from reports.letters.forms import letter_paper

        return Paper(name=letter_file_name(letter), pdf=letter_paper(content))

    return job


def with_dots(letter: Letter) -> Letter:
    """A letter that can be drawn: "…" for addressees, text, people or goods not typed yet."""
    dots: dict[str, Any] = {}
    lines = any(line.strip() for line in letter.recipients)
    if letter.kind not in WITHOUT_ADDRESSEE and not (lines or letter.recipients_attached):
        dots["recipients"] = (MISSING,)
    if letter.kind is LetterKind.COVER and not letter.items:
        dots["items"] = (CoverItem(what=MISSING),)
    if letter.kind is not LetterKind.COVER and not letter.body.strip():
        dots["body"] = MISSING
    if letter.kind is LetterKind.ASSIGNMENT and not (letter.assignees or letter.attachments):
        dots["assignees"] = (Assignee(name=MISSING),)
    return replace(letter, **dots)


def preview_pdf(register: "Register", letter: Letter) -> bytes:
    """An unsaved letter as it would print."""
    return preview_job(register, letter)().pdf
