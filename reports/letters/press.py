"""Letters printed: one, or a copy for each office, with what the copies share stored once."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.document import new_canvas
from reports.letters.content import Copy, LetterContent
from reports.letters.making import Press
from reports.letters.setting import LetterForm

CLOSER = 1.0  # points a try

Step = Callable[[int], bool]


def print_letter(form: LetterForm, content: LetterContent) -> bytes:
    """The letter as PDF. Raises DoesNotFit and MissingGlyph, each naming the field."""
    copy = Copy(recipients=content.recipients, recipients_at=content.recipients_at)
    return print_copies(form, content, [copy])


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A letter as PDF, and what a look at its pages shows."""

    pdf: bytes
    page_count: int
    is_signature_alone: bool


def print_and_look(form: LetterForm, content: LetterContent) -> Printed:
    """The letter as PDF with its page count, and whether a signature stands alone on a page."""
    press = _press(form, content, shares=False)
    copy = Copy(recipients=content.recipients, recipients_at=content.recipients_at)
    pdf = _printed(form, content, press, [copy])
    pages = press.last.pages if press.last else ()
    alone = any(page[0].item.needs_company for page in pages[1:])
    return Printed(pdf=pdf, page_count=len(pages), is_signature_alone=alone)


def print_copies(
    form: LetterForm, content: LetterContent, copies: Sequence[Copy], step: Step | None = None
) -> bytes:
    """One copy after the other in one file, each with its own addressee and fields.

    `step` is told after each copy how many are done; when it answers False the file ends there and
    is "" (nothing half printed).
    """
    return _printed(form, content, _press(form, content, shares=len(copies) > 1), copies, step)


def _printed(
    form: LetterForm,
    content: LetterContent,
    press: Press,
    copies: Sequence[Copy],
    step: Step | None = None,
) -> bytes:
    target = io.BytesIO()
    title = f"{form.title} {content.number}".strip()
    page = press.page
    canvas = new_canvas(target, (page.width, page.height), title=title)
    for done, copy in enumerate(copies, 1):
        press.draw(canvas, copy)
        if step is not None and not step(done):
            return b""
    canvas.save()
    return target.getvalue()


def print_apart(
    form: LetterForm, content: LetterContent, copies: Sequence[Copy]
) -> Iterator[bytes]:
    """Each copy as a file of its own, made when it is asked for."""
    for copy in copies:
        yield print_copies(form, content, [copy])


def _press(form: LetterForm, content: LetterContent, *, shares: bool) -> Press:
    """The letter in the making, set a little closer where that saves a sheet.

    (letters.md 1.1: measures may flex with the length of the text.) All copies are set alike.
    """
    whole = Press(form, content, shares=False)
    profile = content.profile
    leading = profile.body_leading_pt - CLOSER
    while leading >= profile.body_leading_least_pt > 0 and whole.page_count > 1:
        closer = replace(content, profile=replace(profile, body_leading_pt=leading))
        tried = Press(form, closer, shares=False)
        if tried.page_count < whole.page_count:
            whole, content = tried, closer
            break
        leading -= CLOSER
    return Press(form, content, shares=True) if shares else whole
