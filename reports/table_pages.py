"""Pages of A4 with a name above, small tables below each other, and a foot: for desks, unsigned."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from census_desk.words import _
from reports.document import document
from reports.fonts import PLAIN, family
from reports.layout import Frame
from reports.pages import Item, draw, plan
from reports.sessions.tables import Section, shown
from reports.styles import style
from reports.tables import ruled_table
from reports.text import fitted_lines, paragraph

SHEET = (210 * mm, 297 * mm)
EDGE = 14 * mm
WIDE = SHEET[0] - 2 * EDGE
TITLE, TOLD, HEADING, SMALL = 16.0, 10.0, 10.5, 8.5
LEADING = 1.25  # of the size
FOOT = 6 * mm
FOOT_NUMBER = 40 * mm  # room for "halaman 1 dari 2"


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePages:
    """What stands on the pages: the name in large type, a line below it, the foot's words."""

    name: str
    told: str
    foot: str
    title: str
    sections: tuple[Section, ...]


def table_pages(content: TablePages, blocks: Sequence[Item] = ()) -> bytes:
    """The pages as PDF; `blocks` stand between name and tables. It flows on where it must."""
    items = [Item(flowable=_Head(content.name, content.told), field=_("Judul")), *blocks]
    for section in content.sections:
        items += _section(section)
    frame = Frame(left=EDGE, top=SHEET[1] - EDGE, width=WIDE, bottom=EDGE + FOOT)
    pages = plan(items, frame, frame)

    def drawing(canvas: Canvas) -> None:
        for number, page in enumerate(pages, 1):
            draw(page, canvas)
            _draw_foot(canvas, content.foot, f"halaman {number} dari {len(pages)}")
            canvas.showPage()

    return document(SHEET, drawing, title=content.title)


class _Head(Flowable):
    """The name over as many lines as it takes, and what this page is."""

    def __init__(self, name: str, told: str) -> None:
        super().__init__()
        fonts = family(PLAIN)
        self._name = fitted_lines(name, fonts.bold, TITLE, WIDE, _("Judul"))
        self._told = fitted_lines(told, fonts.regular, TOLD, WIDE, _("Judul"))

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        tall = len(self._name) * TITLE + len(self._told) * TOLD
        return available_width, tall * LEADING

    def draw(self) -> None:
        """Name, then what this page is."""
        fonts = family(PLAIN)
        at = self.wrap(0, 0)[1]
        for lines, face, size in (
            (self._name, fonts.bold, TITLE),
            (self._told, fonts.regular, TOLD),
        ):
            self.canv.setFont(face, size)
            for line in lines:
                at -= size * LEADING
                self.canv.drawString(0, at + size * 0.25, line)


def _section(section: Section) -> list[Item]:
    if not section.rows:
        return [_text(f"{section.heading}: {section.empty}", SMALL + 0.5, before=2.5 * mm)]
    heading = _text(section.heading, HEADING, before=2.5 * mm, bold=True)
    rows = [[shown(cell) for cell in row] for row in section.rows]
    table = ruled_table(
        section.columns, rows, PLAIN, wide=WIDE, field=section.heading, before=1.5, size=SMALL
    )
    return [heading, table]


def _text(words: str, size: float, *, before: float, bold: bool = False) -> Item:
    made = paragraph(
        words, style(PLAIN, size, size * LEADING), family(PLAIN), field=_("Judul"), bold=bold
    )
    return Item(flowable=made, field=_("Judul"), before=before, keep_next=bold)


def _draw_foot(canvas: Canvas, foot: str, number: str) -> None:
    face, size = family(PLAIN).regular, SMALL - 0.5
    canvas.setFont(face, size)
    lines = fitted_lines(foot, face, size, WIDE - FOOT_NUMBER, _("Judul"))
    for place, line in enumerate(lines):
        canvas.drawString(EDGE, EDGE - place * SMALL * LEADING, line)
    canvas.drawRightString(SHEET[0] - EDGE, EDGE, number)
