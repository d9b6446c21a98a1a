"""Surat edaran in both layouts: kop, addressee, title, body, date, signature, tembusan.

Order and wording come from the profile (letters.md 2.1). A circular is a directive: SURAT EDARAN /
NOMOR / TENTANG stand centred, and it has no Sifat, Lampiran or Hal.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import long_date
from census_desk.letters.profile import REGULATING, LayoutProfile
from census_desk.people import Letterhead, Signatory
from census_desk.words import _
from reports.body import body_items
from reports.document import new_canvas
from reports.flowing import draw_page_number, text_gap
from reports.fonts import family
from reports.layout import BLOCK_GAP, Page, frame_of, later_frame, page_of
from reports.letterhead import Kop, draw_kop, page_kop
from reports.letters.address import Addressee, AddresseeBlock, AddresseeSlot, numbered
from reports.pages import Item, PagePlan, draw, first_word, plan
from reports.signature import SignatureLines, signature_block
from reports.stack import CentredLines, Lines, Stack
from reports.text import balanced_lines

EMPTY = "…"  # the place of a number or date that is not there yet
TITLE_WIDTH = 0.88  # of the text width
COPIES_SHARE = 0.5  # of a page: longer lists of copies may flow on alone


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularContent:
    """A finished circular: fields of the body already filled, `emblem` in base64 ("" for none)."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    number: str = ""
    subject: str
    dated_on: date
    place: str
    recipients: tuple[str, ...]
    recipients_at: str = ""
    body: str
    signatory: Signatory
    on_behalf_of: str = ""
    copy_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One office's copy: who it is for, and its own body ("" when all share the letter's)."""

    recipients: tuple[str, ...]
    recipients_at: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    """A circular planned but for its addressee, which stands on page 1 at `slot`."""

    page: Page
    kop: Kop
    pages: tuple[PagePlan, ...]
    slot: tuple[float, float]


def circular(content: CircularContent) -> bytes:
    """The letter as PDF. Raises DoesNotFit and MissingGlyph, each naming the field."""
    addressee = Addressee(lines=content.recipients, at=content.recipients_at)
    return circular_copies(content, [Copy(recipients=addressee.lines, recipients_at=addressee.at)])


def circular_copies(content: CircularContent, copies: Sequence[Copy]) -> bytes:
    """One copy after the other in one file, each with its own addressee.

    What the copies share is laid out and stored once, so that a thousand copies cost little more
    than their addressees.
    """
    page = page_of(content.profile)
    target = io.BytesIO()
    title = f"{content.profile.circular_title} {content.number}".strip()
    canvas = new_canvas(target, (page.width, page.height), title=title)
    shared: dict[float, tuple[_Laid, list[str]]] = {}
    for copy in copies:
        _draw_copy(canvas, content, copy, shared, single=len(copies) == 1)
    canvas.save()
    return target.getvalue()


def _draw_copy(
    canvas: Canvas,
    content: CircularContent,
    copy: Copy,
    shared: dict[float, tuple[_Laid, list[str]]],
    *,
    single: bool,
) -> None:
    addressee = _addressee(content, copy)
    if single or copy.body:
        laid = _lay_out(replace(content, body=copy.body or content.body), addressee, addressee)
        for number, planned in enumerate(laid.pages, 1):
            _draw_page(canvas, laid, content.profile, number, planned)
            canvas.showPage()
        return
    if (key := round(addressee.height, 2)) not in shared:
        laid = _lay_out(content, addressee, None)
        shared[key] = (laid, _forms(canvas, laid, content.profile, len(shared)))
    laid, names = shared[key]
    for number, name in enumerate(names, 1):
        canvas.doForm(name)
        if number == 1:
            addressee.draw_at(canvas, *laid.slot)
        canvas.showPage()


def _forms(canvas: Canvas, laid: _Laid, profile: LayoutProfile, group: int) -> list[str]:
    """Each page as a picture that copies place again instead of drawing it."""
    names = [f"copy{group}page{number}" for number in range(1, len(laid.pages) + 1)]
    for number, (name, planned) in enumerate(zip(names, laid.pages, strict=True), 1):
        canvas.beginForm(name, 0, 0, laid.page.width, laid.page.height)
        _draw_page(canvas, laid, profile, number, planned)
        canvas.endForm()
    return names


def _draw_page(
    canvas: Canvas, laid: _Laid, profile: LayoutProfile, number: int, planned: PagePlan
) -> None:
    if number == 1:
        draw_kop(canvas, laid.kop)
    if number > 1 or profile.page_number_on_first:
        draw_page_number(canvas, laid.page, profile, number, profile.circular_font)
    draw(planned, canvas)
    if profile.catchword and number < len(laid.pages):
        _draw_catchword(canvas, laid.page, profile, first_word(laid.pages[number]))


def _draw_catchword(canvas: Canvas, page: Page, profile: LayoutProfile, word: str) -> None:
    """Kata penyambung: the next page's first word and three dots, bottom right (letters.md 1.3)."""
    if word:
        canvas.setFont(family(profile.circular_font).regular, profile.body_size_pt)
        canvas.drawRightString(page.right, page.bottom - profile.body_leading_pt, f"{word}...")


def _lay_out(
    content: CircularContent, addressee: AddresseeBlock, drawn: AddresseeBlock | None
) -> _Laid:
    page = page_of(content.profile)
    kop = page_kop(content.profile, page, content.letterhead, content.emblem)
    first = frame_of(page, kop.bottom - text_gap(content.profile))
    slot = AddresseeSlot(addressee.height, drawn)
    items = _items(content, page, slot)
    pages = plan(items, first, later_frame(page))
    place = next(one for one in pages[0] if one.item.flowable is slot)
    return _Laid(page=page, kop=kop, pages=pages, slot=(place.left, place.top))


def _items(content: CircularContent, page: Page, slot: AddresseeSlot) -> list[Item]:
    """The blocks in the profile's order."""
    profile = content.profile
    to = Item(flowable=slot, field=_("Alamat tujuan (Yth.)"), before=BLOCK_GAP)
    blocks: dict[str, list[Item]] = {
        "addressee": [to],
        "title": [_title(content, page)],
        "body": body_items(content.body, profile, profile.circular_font, before=BLOCK_GAP),
        "date": _head_date(content, page),
        "signature": _tail(content, page),
        "copies": [],
    }
    return [item for name in profile.circular_order for item in blocks[name]]


def _addressee(content: CircularContent, copy: Copy) -> AddresseeBlock:
    page = page_of(content.profile)
    return AddresseeBlock(
        Addressee(lines=copy.recipients, at=copy.recipients_at), content.profile, page
    )


def _head_date(content: CircularContent, page: Page) -> list[Item]:
    """`Kudus, 13 Februari 2020` above the addressee, where the layout has it there."""
    profile = content.profile
    if profile.circular_date_place != "head-right":
        return []
    line = _dated(profile.circular_date_line, content)
    left = profile.right_block_left_mm * mm
    flowable = Lines(
        [line], profile.circular_font, profile, left=left - page.left, wide=page.right - left
    )
    return [Item(flowable=flowable, field=_("Tempat"), keep_next=True)]


def _title(content: CircularContent, page: Page) -> Item:
    """SURAT EDARAN / NOMOR … / TENTANG / what it is about, in capitals."""
    profile = content.profile
    fonts = family(profile.circular_font)
    number = profile.circular_number_line.replace("{nomor}", content.number.strip() or EMPTY)
    about = balanced_lines(
        content.subject.upper(),
        fonts.regular,
        profile.body_size_pt,
        page.text_width * TITLE_WIDTH,
        _("Tentang"),
    )
    lines = [
        (profile.circular_title, fonts.bold, 0.0),
        (number, fonts.regular, 0.0),
        (profile.circular_about_word, fonts.regular, 0.3),
        *((line, fonts.regular, 0.3 if place == 0 else 0.0) for place, line in enumerate(about)),
    ]
    flowable = CentredLines(lines, profile.body_size_pt, profile.body_leading_pt, _("Nomor"))
    return Item(flowable=flowable, field=_("Tentang"), before=BLOCK_GAP * 1.5, keep_next=True)


def _tail(content: CircularContent, page: Page) -> list[Item]:
    """The signature with its date lines and, while they are short, the copies below it."""
    profile = content.profile
    left = profile.right_block_left_mm * mm
    signed = SignatureLines(
        signature_block(
            content.signatory,
            profile,
            REGULATING,
            on_behalf_of=content.on_behalf_of,
            opening=_foot_date(content),
        ),
        profile,
        left=left - page.left,
        wide=page.right - left,
        font=profile.circular_font,
    )
    copies = _copies(content, page)
    together = Stack([(0.0, signed), *((BLOCK_GAP, one) for one in copies)])
    room = (page.top - page.bottom) * COPIES_SHARE
    if together.wrap(page.text_width, 0)[1] <= room:
        return [_closing(together)]
    return [_closing(signed), *(Item(flowable=one, field=_("Tembusan")) for one in copies)]


def _closing(flowable: SignatureLines | Stack) -> Item:
    return Item(
        flowable=flowable, field=_("Penanda tangan"), before=BLOCK_GAP * 1.5, needs_company=True
    )


def _foot_date(content: CircularContent) -> tuple[str, ...]:
    profile = content.profile
    if profile.circular_date_place != "foot-right":
        return ()
    lines = (profile.circular_enacted_line, profile.circular_enacted_on_line)
    return tuple(_dated(line, content) for line in lines)


def _dated(line: str, content: CircularContent) -> str:
    return line.replace("{tempat}", content.place).replace("{tanggal}", long_date(content.dated_on))


def _copies(content: CircularContent, page: Page) -> list[Lines]:
    """`Tembusan:` and its numbered list, left under the signature; never an arsip line."""
    entries = [line.strip() for line in content.copy_to if line.strip()]
    if not entries:
        return []
    return [
        Lines(
            [content.profile.copies_heading, *numbered(entries)],
            content.profile.circular_font,
            content.profile,
            size=content.profile.copies_size_pt,
            wide=page.text_width * 0.75,
            hang=re.compile(r"^\d+\. "),
        )
    ]
