"""Papers of flowing text under a kop: planned into pages, numbered from the second on."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.letters.profile import LayoutProfile
from census_desk.people import Letterhead
from reports.document import document
from reports.fonts import family
from reports.layout import Page, frame_of, later_frame, page_of
from reports.letterhead import draw_kop, page_kop
from reports.pages import Item, draw, plan

GAP_SHARE = 0.6  # of the profile's empty lines under the kop: the first block has white of its own


def text_gap(profile: LayoutProfile) -> float:
    """White between the kop's line and the first text, in points."""
    return profile.kop_text_gap_lines * profile.body_leading_pt * GAP_SHARE


def flowing(
    profile: LayoutProfile,
    letterhead: Letterhead,
    emblem: str,
    items: Sequence[Item],
    *,
    font: str,
    title: str,
) -> bytes:
    """The paper as PDF; DoesNotFit and MissingGlyph name the field."""
    page = page_of(profile)
    kop = page_kop(profile, page, letterhead, emblem)
    pages = plan(items, frame_of(page, kop.bottom - text_gap(profile)), later_frame(page))

    def drawing(canvas: Canvas) -> None:
        for number, planned in enumerate(pages, 1):
            if number == 1:
                draw_kop(canvas, kop)
            else:
                draw_page_number(canvas, page, profile, number, font)
            draw(planned, canvas)
            canvas.showPage()

    return document((page.width, page.height), drawing, title=title)


def draw_page_number(
    canvas: Canvas, page: Page, profile: LayoutProfile, number: int, font: str
) -> None:
    """`- 2 -` at the top centre of the text (letters.md 1.3)."""
    canvas.setFont(family(font).regular, profile.body_size_pt)
    text = profile.page_number.replace("{n}", str(number))
    canvas.drawCentredString((page.left + page.right) / 2, page.top + 1 * mm, text)
