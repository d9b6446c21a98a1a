"""The file of a session as one PDF: contents page, the papers in their order, a stamp on each page.

Papers of the desk are taken over as they are; scans and photos come as pictures drawn anew.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import NameObject
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import full_date
from census_desk.letters.profile import LayoutProfile
from census_desk.people import Letterhead
from census_desk.words import _
from reports.document import new_canvas
from reports.fonts import PLAIN, family
from reports.layout import page_of
from reports.letterhead import draw_kop, page_kop
from reports.text import balanced_lines, checked, lines_within

A4 = (210 * mm, 297 * mm)
EDGE = 20 * mm
CAPTION_SIZE, CAPTION_ROOM = 9.5, 14 * mm
STAMP_SIZE, STAMP_GREY, STAMP_HEIGHT = 7.0, 0.35, 5 * mm
STAMP_SHARE = 0.4  # of the width, at the right: at the left stands a letter's archive code
TITLE_SIZE, TEXT_SIZE, LEADING = 14.0, 11.0, 15.0
NUMBER_WIDE, PAGE_WIDE = 8 * mm, 22 * mm
RED = (0.69, 0.16, 0.22)
ACTIVE = ("/Annots", "/AA")  # what a page may do beside being seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One paper of a part: a PDF of the desk, or pictures (JPEG) that stand on pages of their own.

    `two_a_page` puts two pictures on a page, as photos are.
    """

    title: str
    pdf: bytes = b""
    pictures: tuple[tuple[bytes, str], ...] = ()
    two_a_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """One part of the file with its papers, and sentences for what is missing."""

    title: str
    leaves: tuple[Leaf, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """A session's file; `state` says whether it is closed."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    title: str
    held_on: date
    venue: str
    parts: tuple[FilePart, ...]
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """A part's papers as pages, and where each begins (1 is the contents page)."""

    part: FilePart
    pages: list[PageObject]
    starts: list[int]


def session_file(content: FileContent) -> bytes:
    """The whole file; its contents page tells in red what is missing."""
    bound: list[_Bound] = []
    number = 2
    for part in content.parts:
        made = _bind(part, number)
        bound.append(made)
        number += len(made.pages)
    contents = PdfReader(io.BytesIO(_contents_page(content, bound))).pages
    pages = [*contents, *(page for one in bound for page in one.pages)]
    return _written(content, pages, bound)


def _bind(part: FilePart, first: int) -> _Bound:
    pages: list[PageObject] = []
    starts = []
    for leaf in part.leaves:
        starts.append(first + len(pages))
        pdf = leaf.pdf or _picture_pages(leaf)
        pages += PdfReader(io.BytesIO(pdf)).pages
    return _Bound(part=part, pages=pages, starts=starts)


def _written(content: FileContent, pages: Sequence[PageObject], bound: Sequence[_Bound]) -> bytes:
    writer = PdfWriter()
    short = checked(content.title, family(PLAIN).regular, _("Acara"))
    for number, page in enumerate(pages, 1):
        added = writer.add_page(page)
        for name in ACTIVE:
            if name in added:
                del added[NameObject(name)]
        wide, high = float(added.mediabox.width), float(added.mediabox.height)
        stamp = _stamp(short, number, len(pages), (wide, high))
        added.merge_page(PdfReader(io.BytesIO(stamp)).pages[0])
    for one in bound:
        if one.starts:
            writer.add_outline_item(title=one.part.title, page_number=one.starts[0] - 1)
    writer.compress_identical_objects()
    writer.add_metadata({"/Title": f"Berkas {content.title}", "/Producer": "Census Desk"})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _stamp(title: str, number: int, count: int, size: tuple[float, float]) -> bytes:
    """`Berkas sesi: … · halaman 3 dari 12` at the very foot, small and grey."""
    target = io.BytesIO()
    canvas = new_canvas(target, size, title="")
    face = family(PLAIN).regular
    canvas.setFont(face, STAMP_SIZE)
    canvas.setFillGray(STAMP_GREY)
    first = lines_within(title, face, STAMP_SIZE, size[0] * STAMP_SHARE, _("Acara"))
    told = first[0] + ("…" if len(first) > 1 else "")
    words = f"Berkas sesi: {told} · halaman {number} dari {count}"
    canvas.drawRightString(size[0] - 15 * mm, STAMP_HEIGHT, words)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _contents_page(content: FileContent, bound: Sequence[_Bound]) -> bytes:
    profile = replace(content.profile, paper_name="A4", paper_width_mm=210.0, paper_height_mm=297.0)
    page = page_of(profile)
    planned = page_kop(profile, page, content.letterhead, content.emblem)
    target = io.BytesIO()
    canvas = new_canvas(target, A4, title="Berkas sesi")
    draw_kop(canvas, planned)
    y = _draw_title(canvas, content, planned.bottom - 12 * mm)
    for place, one in enumerate(bound, 1):
        y = _draw_part(canvas, place, one, y)
    if content.state:
        canvas.setFont(family(PLAIN).regular, TEXT_SIZE)
        for line in lines_within(
            content.state, family(PLAIN).regular, TEXT_SIZE, A4[0] - 2 * EDGE, _("Alasan")
        )[:6]:
            y -= LEADING
            canvas.drawString(EDGE, y, line)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_title(canvas: Canvas, content: FileContent, y: float) -> float:
    fonts = family(PLAIN)
    room = A4[0] - 2 * EDGE
    canvas.setFont(fonts.bold, TITLE_SIZE)
    canvas.drawCentredString(A4[0] / 2, y, "BERKAS SESI")
    canvas.setFont(fonts.regular, TEXT_SIZE)
    held = f"{full_date(content.held_on)}, {content.venue}"
    lines = [
        *balanced_lines(content.title, fonts.regular, TEXT_SIZE, room, _("Acara")),
        *balanced_lines(held, fonts.regular, TEXT_SIZE, room, _("Tempat")),
    ]
    for line in lines:
        y -= LEADING
        canvas.drawCentredString(A4[0] / 2, y, line)
    return y - 1.6 * LEADING


def _draw_part(canvas: Canvas, place: int, one: _Bound, y: float) -> float:
    fonts = family(PLAIN)
    left, right = EDGE + NUMBER_WIDE, A4[0] - EDGE
    room = right - left - PAGE_WIDE
    canvas.setFont(fonts.bold, TEXT_SIZE)
    canvas.drawString(EDGE, y, f"{place}.")
    canvas.drawString(left, y, checked(one.part.title, fonts.bold, one.part.title))
    if one.starts:
        canvas.setFont(fonts.regular, TEXT_SIZE)
        canvas.drawRightString(right, y, f"hlm. {one.starts[0]}")
    for leaf, start in zip(one.part.leaves, one.starts, strict=True):
        lines = lines_within(leaf.title, fonts.regular, TEXT_SIZE, room, one.part.title)
        for at, line in enumerate(lines[:2]):
            y -= LEADING
            canvas.setFont(fonts.regular, TEXT_SIZE)
            canvas.drawString(left, y, line)
            if at == 0 and start != one.starts[0]:
                canvas.drawRightString(right, y, f"hlm. {start}")
    y = _draw_missing(canvas, one.part.missing, left, room + PAGE_WIDE, y)
    return y - 1.5 * LEADING


def _draw_missing(
    canvas: Canvas, missing: Sequence[str], left: float, room: float, y: float
) -> float:
    face = family(PLAIN).bold
    canvas.saveState()
    canvas.setFillColorRGB(*RED)
    canvas.setFont(face, TEXT_SIZE)
    for sentence in missing:
        for line in lines_within(f"BELUM ADA: {sentence}", face, TEXT_SIZE, room, sentence):
            y -= LEADING
            canvas.drawString(left, y, line)
    canvas.restoreState()
    return y


def _picture_pages(leaf: Leaf) -> bytes:
    """Pictures on A4, one or two a page, each as large as it may be, its caption below."""
    target = io.BytesIO()
    canvas = new_canvas(target, A4, title=leaf.title)
    share = 2 if leaf.two_a_page else 1
    high = (A4[1] - 2 * EDGE) / share
    for place, (data, caption) in enumerate(leaf.pictures):
        slot = place % share
        top = A4[1] - EDGE - slot * high
        _draw_picture(canvas, data, caption, top, high)
        if slot == share - 1 or place == len(leaf.pictures) - 1:
            canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_picture(canvas: Canvas, data: bytes, caption: str, top: float, high: float) -> None:
    picture = ImageReader(io.BytesIO(data))
    wide_px, high_px = picture.getSize()
    room = (A4[0] - 2 * EDGE, high - CAPTION_ROOM)
    scale = min(room[0] / wide_px, room[1] / high_px)
    wide, tall = wide_px * scale, high_px * scale
    left = (A4[0] - wide) / 2
    canvas.drawImage(picture, left, top - tall, wide, tall)
    face = family(PLAIN).regular
    canvas.setFont(face, CAPTION_SIZE)
    lines = lines_within(caption, face, CAPTION_SIZE, room[0], caption)[:2]
    for place, line in enumerate(lines, 1):
        canvas.drawCentredString(A4[0] / 2, top - tall - place * CAPTION_SIZE * 1.25, line)
