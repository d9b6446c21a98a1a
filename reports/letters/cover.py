"""Surat pengantar and tanda terima: what is sent, signed by who receives it (letters.md 2.8).

PENERIMA signs at the left, PENGIRIM at the right; the second sheet comes back. A tanda terima is
the same paper without a number.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from census_desk.letters.profile import OTHER
from census_desk.words import _
from reports.layout import BLOCK_GAP, PARAGRAPH_GAP
from reports.letters.content import Copy, LetterContent
from reports.letters.press import Step, print_copies, print_letter
from reports.letters.setting import (
    AddresseeHere,
    BodyHere,
    LetterForm,
    Piece,
    Setting,
    closing,
    copies_list,
    head_date,
    headed,
    signature,
    title_block,
)
from reports.pages import Item
from reports.signature import SignatureBlock, SignatureLines, level_names
from reports.stack import Lines, SideBySide, Stack
from reports.tables import Column, ruled_table

COLUMNS = (
    Column(title="NO.", share=10 / 165, align="center"),
    Column(title="JENIS/BARANG YANG DIKIRIM", share=80 / 165),
    Column(title="JUMLAH", share=25 / 165, align="center"),
    Column(title="KETERANGAN", share=50 / 165),
)
DOTS = "." * 38
RECEIVED = f"Diterima tanggal {'.' * 26}"
PARTS_GAP = 6 * mm


def cover_letter(content: LetterContent) -> bytes:
    """A surat pengantar as PDF; DoesNotFit and MissingGlyph name the field."""
    return print_letter(COVER, content)


def cover_copies(content: LetterContent, copies: Sequence[Copy], step: Step | None = None) -> bytes:
    """One surat pengantar for each office."""
    return print_copies(COVER, content, copies, step)


def receipts(content: LetterContent, copies: Sequence[Copy], step: Step | None = None) -> bytes:
    """One tanda terima for each office; `items` say what it receives."""
    return print_copies(RECEIPT, content, copies, step)


def items_table(setting: Setting, columns: Sequence[Column], before: float) -> Item:
    """The list of what is sent or handed over."""
    rows = [
        (f"{place}.", item.what, item.count, item.note)
        for place, item in enumerate(setting.content.items, 1)
    ]
    wide = setting.page.text_width
    return ruled_table(
        columns, rows, setting.font, wide=wide, field=_("Daftar barang"), before=before
    )


def _cover_pieces(setting: Setting) -> list[Piece]:
    return _pieces(setting, title_block(setting, "SURAT PENGANTAR"))


def _receipt_pieces(setting: Setting) -> list[Piece]:
    return _pieces(setting, headed(setting, ["TANDA TERIMA"]))


def _pieces(setting: Setting, title: Item) -> list[Piece]:
    body = setting.content.body
    lead: list[Piece] = [BodyHere(source=body, indented=True)] if body.strip() else []
    return [
        head_date(setting),
        AddresseeHere(before=PARAGRAPH_GAP),
        title,
        *lead,
        items_table(setting, COLUMNS, BLOCK_GAP),
        _signed(setting),
    ]


def _signed(setting: Setting) -> Item:
    profile, page = setting.profile, setting.page
    half = profile.right_block_left_mm * mm - page.left - PARTS_GAP
    receiver = SignatureBlock(
        opening=("Penerima,",),
        titles=(f"{DOTS},",),
        name=DOTS,
        below=(f"Pangkat {DOTS[:-14]}", f"NIP {DOTS[:-7]}"),
    )
    blank = SignatureLines(receiver, profile, left=0.0, wide=half, font=setting.font)
    sender = signature(setting, ("Pengirim,",))
    level_names([blank, sender])
    both = SideBySide([blank, sender])
    received = Lines([RECEIVED], setting.font, profile, wide=page.text_width)
    copies = [(BLOCK_GAP, one) for one in copies_list(setting)]
    parts = [(0.0, received), (PARAGRAPH_GAP, both), *copies]
    return replace(closing(Stack(parts)), before=BLOCK_GAP * 1.5)


COVER = LetterForm(title="Surat Pengantar", group=OTHER, pieces=_cover_pieces)
RECEIPT = LetterForm(title="Tanda Terima", group=OTHER, pieces=_receipt_pieces)
