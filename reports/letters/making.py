"""One letter in the making: its pieces laid out on its sheet, drawn for each of its copies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.letters.profile import LayoutProfile
from census_desk.words import _
from reports.body import Body, look
from reports.errors import AnchorTaken
from reports.flowing import draw_page_number, text_gap
from reports.fonts import family
from reports.layout import Page, frame_of, later_frame, on_a4, page_of
from reports.letterhead import draw_kop, page_kop
from reports.letters.address import Addressee, AddresseeBlock, AddresseeSlot
from reports.letters.archive import ROOM, draw_mark
from reports.letters.attachments import attachment_pieces
from reports.letters.content import Copy, LetterContent
from reports.letters.setting import AddresseeHere, BodyHere, LetterForm, Setting
from reports.pages import Item, PagePlan, draw, first_word, plan
from reports.signature import ANCHOR
from reports.wrapped import Hung, Pressed

ELECTRONIC_FOOT = 40 * mm  # left to the signing service (letters.md 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A letter planned; its addressee stands on page 1 at `slot`."""

    pages: tuple[PagePlan, ...]
    slot: tuple[float, float]


class Press:
    """One letter in the making; what copies share is set once and kept."""

    def __init__(self, form: LetterForm, content: LetterContent, *, shares: bool) -> None:
        _refuse_second_anchor(content)
        if form.always_a4:
            content = replace(content, profile=on_a4(content.profile))
        self._content, self._shares = content, shares
        self.page = _sheet(content)
        profile = content.profile
        self._font = profile.circular_font if form.as_directive else profile.body_font
        self._kop = page_kop(profile, self.page, content.letterhead, content.emblem)
        self._setting = Setting(content=content, page=self.page, font=self._font, group=form.group)
        self._pieces = [*form.pieces(self._setting), *attachment_pieces(self._setting, form)]
        self._bodies: dict[int, Body] = {}
        self._pressed: dict[int, Item] = {}
        self._shared: dict[object, tuple[Laid, list[str]]] = {}
        self._has_kop_form = False
        self.last: Laid | None = None
        self._first: Addressee | None = None  # whom `last` was laid out for, not drawn yet

    @property
    def page_count(self) -> int:
        """How many pages the letter to its own addressee takes."""
        if self.last is None:
            own = Addressee(lines=self._content.recipients, at=self._content.recipients_at)
            self._first = own
            self.last = self._lay_out(self._block(own), {})
        return len(self.last.pages)

    def draw(self, canvas: Canvas, copy: Copy) -> None:
        """The pages of a copy."""
        to = Addressee(lines=copy.recipients, at=copy.recipients_at)
        if self._shares and not copy.values:
            self._draw_shared(canvas, self._block(to))
            return
        if self.last is None or copy.values or to != self._first:
            self.last = self._lay_out(self._block(to), copy.values)
        laid, self._first = self.last, None
        for number, planned in enumerate(laid.pages, 1):
            self._draw_page(canvas, laid, number, planned)
            canvas.showPage()

    def _block(self, to: Addressee) -> AddresseeBlock:
        return AddresseeBlock(to, self._content.profile, self.page, self._font)

    def _draw_shared(self, canvas: Canvas, addressee: AddresseeBlock) -> None:
        key = addressee.common
        if key not in self._shared:
            laid = self._lay_out(addressee, {}, own=False)
            self._shared[key] = (laid, self._forms(canvas, laid, len(self._shared)))
        laid, names = self._shared[key]
        for number, name in enumerate(names, 1):
            canvas.doForm(name)
            if number == 1:
                addressee.draw_at(canvas, *laid.slot, common=False)
            canvas.showPage()

    def _forms(self, canvas: Canvas, laid: Laid, group: int) -> list[str]:
        """Each page as a picture that copies place again instead of drawing it."""
        names = [f"copy{group}page{number}" for number in range(1, len(laid.pages) + 1)]
        for number, (name, planned) in enumerate(zip(names, laid.pages, strict=True), 1):
            canvas.beginForm(name, 0, 0, self.page.width, self.page.height)
            self._draw_page(canvas, laid, number, planned)
            canvas.endForm()
        return names

    def _draw_page(self, canvas: Canvas, laid: Laid, number: int, planned: PagePlan) -> None:
        profile = self._content.profile
        if number == 1:
            self._draw_head(canvas)
        if number > 1 or profile.page_number_on_first:
            draw_page_number(canvas, self.page, profile, number, self._font)
        draw(planned, canvas)
        goes_on = number < len(laid.pages) and not laid.pages[number][0].item.starts_page
        if profile.catchword and goes_on:
            self._draw_catchword(canvas, profile, first_word(laid.pages[number]))

    def _draw_head(self, canvas: Canvas) -> None:
        """Kop and archive mark, stored once where copies differ below them."""
        if not self._shares:
            self._draw_fixed(canvas)
            return
        if not self._has_kop_form:
            canvas.beginForm("kop", 0, 0, self.page.width, self.page.height)
            self._draw_fixed(canvas)
            canvas.endForm()
            self._has_kop_form = True
        canvas.doForm("kop")

    def _draw_fixed(self, canvas: Canvas) -> None:
        draw_kop(canvas, self._kop)
        if self._content.archive is not None:
            foot = ELECTRONIC_FOOT if self._content.electronic else 0.0
            draw_mark(canvas, self.page, self._content.archive, foot)

    def _draw_catchword(self, canvas: Canvas, profile: LayoutProfile, word: str) -> None:
        """Kata penyambung: the next page's first word and dots, bottom right (letters.md 1.3)."""
        if word:
            canvas.setFont(family(self._font).regular, profile.body_size_pt)
            lower = self.page.bottom - profile.body_leading_pt
            canvas.drawRightString(self.page.right, lower, f"{word}...")

    def _lay_out(
        self, addressee: AddresseeBlock, values: Mapping[str, str], *, own: bool = True
    ) -> Laid:
        first = frame_of(self.page, self._kop.bottom - text_gap(self._content.profile))
        if self._content.electronic and self._content.archive is not None:
            first = replace(first, bottom=first.bottom + ROOM)
        items = self._items(addressee, values, own)
        pages = plan(items, first, later_frame(self.page))
        slots = [
            (placed.left, placed.top)
            for page in pages
            for placed in page
            if isinstance(placed.item.flowable, AddresseeSlot)
        ]
        return Laid(pages=pages, slot=slots[0] if slots else (0.0, 0.0))

    def _items(self, addressee: AddresseeBlock, values: Mapping[str, str], own: bool) -> list[Item]:
        items: list[Item] = []
        for place, piece in enumerate(self._pieces):
            if isinstance(piece, BodyHere):
                items += self._body(place, piece, values)
            elif isinstance(piece, AddresseeHere):
                slot = AddresseeSlot(addressee, own=own, beside=piece.beside)
                field = _("Alamat tujuan (Yth.)")
                items.append(Item(flowable=slot, field=field, before=piece.before))
            else:
                items.append(self._kept(place, piece) if values else piece)
        return items

    def _kept(self, place: int, item: Item) -> Item:
        """The item stored once in the file, unless it may be torn."""
        if item.leading:
            return item
        if place not in self._pressed:
            pressed = Pressed(item.flowable, f"piece{place}")
            self._pressed[place] = replace(item, flowable=pressed)
        return self._pressed[place]

    def _body(self, place: int, piece: BodyHere, values: Mapping[str, str]) -> list[Item]:
        if place not in self._bodies:
            set_as = look(
                self._content.profile, self._font, field=piece.field, indented=piece.indented
            )
            press = f"body{place}" if self._shares and values else ""
            self._bodies[place] = Body(
                piece.source, replace(set_as, narrower=piece.left), piece.before, press=press
            )
        items = self._bodies[place].items(values)
        return self._hung(items, piece) if piece.left else items

    def _hung(self, items: Sequence[Item], piece: BodyHere) -> list[Item]:
        face, size = family(self._font).regular, self._content.profile.body_size_pt
        return [
            replace(
                item,
                flowable=Hung(
                    item.flowable,
                    piece.left,
                    label="" if place else piece.label,
                    face=face,
                    size=size,
                ),
            )
            for place, item in enumerate(items)
        ]


def _sheet(content: LetterContent) -> Page:
    """The sheet of the letter; a TTE letter leaves 4 cm at the foot of every page."""
    page = page_of(content.profile)
    if not content.electronic:
        return page
    return replace(page, bottom=max(page.bottom, ELECTRONIC_FOOT))


def _refuse_second_anchor(content: LetterContent) -> None:
    """A signing service looks for the anchor in the text; a second one would lead it astray."""
    if not content.electronic:
        return
    texts = {
        _("Isi"): content.body,
        _("Tentang"): content.subject,
        _("Nomor"): content.number,
        _("Lampiran"): " ".join(f"{one.title} {one.body}" for one in content.attachments),
        _("Tembusan"): " ".join(content.copy_to),
    }
    for field, text in texts.items():
        if ANCHOR in text:
            raise AnchorTaken(field, ANCHOR)
