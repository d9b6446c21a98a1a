"""A letter being set: its page, its type, and the pieces every kind of letter is made of."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from census_desk.indonesian import long_date
from census_desk.letters.profile import LayoutProfile
from census_desk.words import _
from reports.fonts import family
from reports.labelled import Type
from reports.layout import BLOCK_GAP, Page
from reports.letters.address import numbered
from reports.letters.content import EMPTY, LetterContent
from reports.pages import Item
from reports.signature import SignatureLines, signature_block
from reports.stack import CentredLines, Lines, Stack
from reports.text import balanced_lines

TITLE_WIDTH = 0.88  # of the text width
COPIES_WIDTH = 0.75  # of the text width
COPIES_SHARE = 0.5  # of a page: longer lists of copies may flow on alone
HEAD_DATE = "{tempat}, {tanggal}"
ENACTED = ("Ditetapkan di {tempat}", "pada tanggal {tanggal}")
MADE = ("Dibuat di {tempat}", "pada tanggal {tanggal}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A letter, the sheet it goes on, its font and its group of papers (profile.OTHER …)."""

    content: LetterContent
    page: Page
    font: str
    group: str

    @property
    def profile(self) -> LayoutProfile:
        """The layout in force."""
        return self.content.profile

    @property
    def type(self) -> Type:
        """Regular face, size and leading of the text."""
        profile = self.profile
        face = family(self.font).regular
        return Type(face=face, size=profile.body_size_pt, leading=profile.body_leading_pt)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeHere:
    """Where the addressee of each copy goes, right of `beside` when there is one."""

    before: float = 0.0
    beside: Flowable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyHere:
    """A Markdown text in its place; `label` stands left of it, `left` points from the margin."""

    source: str
    before: float = BLOCK_GAP
    indented: bool | None = None
    field: str = ""
    label: str = ""
    left: float = 0.0


Piece = Item | AddresseeHere | BodyHere


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterForm:
    """What a kind of letter looks like: its file's title, its type, its pieces from the top.

    `always_a4` papers are A4 in F4 offices too (letters.md 0 and 2.5).
    """

    title: str
    group: str
    pieces: Callable[[Setting], Sequence[Piece]]
    as_directive: bool = False
    always_a4: bool = False


def dated(line: str, content: LetterContent) -> str:
    """`{tempat}, {tanggal}` filled."""
    return line.replace("{tempat}", content.place).replace("{tanggal}", long_date(content.dated_on))


def head_date(setting: Setting) -> Item:
    """`Kudus, 13 Februari 2020` in the right half, without a full stop (letters.md 1.3)."""
    profile, page = setting.profile, setting.page
    left = profile.right_block_left_mm * mm
    line = dated(HEAD_DATE, setting.content)
    flowable = Lines(
        [line],
        setting.font,
        profile,
        left=left - page.left,
        wide=page.right - left,
        field=_("Tempat"),
    )
    return Item(flowable=flowable, field=_("Tempat"), keep_next=True)


def title_block(setting: Setting, title: str, *, about: str = "", word: str = "TENTANG") -> Item:
    """SURAT EDARAN / NOMOR … / TENTANG / what it is about, in capitals."""
    profile = setting.profile
    line = profile.circular_number_line
    number = line.replace("{nomor}", setting.content.number.strip() or EMPTY)
    return headed(setting, [title, number], about=about, word=word)


def headed(
    setting: Setting, lines: Sequence[str], *, about: str = "", word: str = "TENTANG"
) -> Item:
    """Centred lines, the first bold; what the paper is about in capitals under `word`."""
    profile, fonts = setting.profile, family(setting.font)
    size = profile.body_size_pt
    room = setting.page.text_width * TITLE_WIDTH
    rows = [(line, fonts.regular if place else fonts.bold, 0.0) for place, line in enumerate(lines)]
    if about:
        parts = balanced_lines(about.upper(), fonts.regular, size, room, _("Tentang"))
        rows.append((word, fonts.regular, 0.3))
        rows += [(part, fonts.regular, 0.0 if place else 0.3) for place, part in enumerate(parts)]
    flowable = CentredLines(rows, size, profile.body_leading_pt, _("Nomor"))
    return Item(flowable=flowable, field=_("Tentang"), before=BLOCK_GAP * 1.5, keep_next=True)


def tail(setting: Setting, opening: Sequence[str] = ()) -> list[Item]:
    """The signature with its date lines and, while they are short, the copies below it."""
    signed = signature(setting, opening)
    copies = copies_list(setting)
    together = Stack([(0.0, signed), *((BLOCK_GAP, one) for one in copies)])
    room = (setting.page.top - setting.page.bottom) * COPIES_SHARE
    if together.wrap(setting.page.text_width, 0)[1] <= room:
        return [closing(together)]
    below = [Item(flowable=one, field=_("Tembusan"), before=BLOCK_GAP) for one in copies]
    return [closing(signed), *below]


def signature(setting: Setting, opening: Sequence[str] = ()) -> SignatureLines:
    """The block of who signs, in the right half."""
    content, profile, page = setting.content, setting.profile, setting.page
    left = profile.right_block_left_mm * mm
    block = signature_block(
        content.signatory,
        profile,
        setting.group,
        on_behalf_of=content.on_behalf_of,
        opening=[dated(line, content) for line in opening],
    )
    return SignatureLines(
        block,
        profile,
        left=left - page.left,
        wide=page.right - left,
        font=setting.font,
        electronic=content.electronic,
    )


def closing(flowable: Flowable) -> Item:
    """A block that ends a paper, never alone on a page."""
    return Item(
        flowable=flowable, field=_("Penanda tangan"), before=BLOCK_GAP * 1.5, needs_company=True
    )


def copies_list(setting: Setting) -> list[Lines]:
    """`Tembusan:` and its numbered list, left under the signature; never an arsip line."""
    profile = setting.profile
    entries = [line.strip() for line in setting.content.copy_to if line.strip()]
    if not entries:
        return []
    return [
        Lines(
            [profile.copies_heading, *numbered(entries, last=".")],
            setting.font,
            profile,
            size=profile.copies_size_pt,
            wide=setting.page.text_width * COPIES_WIDTH,
            hang=re.compile(r"^\d+\. "),
            field=_("Tembusan"),
        )
    ]


def sections_of(source: str, names: Mapping[str, str], rest: str) -> dict[str, str]:
    """A body by its headings: `names` maps a heading in small letters to the part's key.

    What stands under no such heading belongs to `rest`.
    """
    found: dict[str, list[str]] = {}
    key = rest
    for line in source.splitlines():
        heading = re.match(r"^\s{0,3}#{1,6}\s+(.*?)\s*:?\s*#*\s*$", line)
        if heading and (name := heading[1].casefold()) in names:
            key = names[name]
        else:
            found.setdefault(key, []).append(line)
    return {
        name: "\n".join(lines).strip() for name, lines in found.items() if "".join(lines).strip()
    }
