"""Lampiran of a letter: each on a page of its own, with its own head, signed again.

(letters.md 1.3: head at the top right, Roman numerals when there are several, page numbers go on.)
"""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from census_desk.indonesian import long_date, roman
from census_desk.letters.letter import WITHOUT_NUMBER, LetterKind
from census_desk.words import _
from reports.fonts import family
from reports.labelled import LabelledLines
from reports.layout import BLOCK_GAP
from reports.letters.content import EMPTY
from reports.letters.people import go_on_a_list, people_table
from reports.letters.setting import BodyHere, LetterForm, Piece, Setting, closing, signature
from reports.pages import Item
from reports.stack import CentredLines
from reports.tables import Column, ruled_table
from reports.text import balanced_lines

KIND_TITLES = {
    LetterKind.CIRCULAR: "Surat Edaran",
    LetterKind.INVITATION: "Surat Undangan",
    LetterKind.OFFICIAL: "Surat",
    LetterKind.COVER: "Surat Pengantar",
    LetterKind.NOTULA: "Notula",
    LetterKind.REPORT: "Laporan",
    LetterKind.MINUTES: "Berita Acara",
}
LIST_TITLES = {LetterKind.INVITATION: "DAFTAR UNDANGAN"}
LABEL = 18 * mm
TITLE_WIDTH = 0.9


def attachment_pieces(setting: Setting, form: LetterForm) -> list[Piece]:
    """Every lampiran: the addressees' list, the people sent, then those typed with the letter."""
    content = setting.content
    made: list[tuple[str, list[Piece]]] = []
    if content.listed:
        title = LIST_TITLES.get(content.kind, "DAFTAR ALAMAT TUJUAN")
        made.append((title, [_addressees(setting)]))
    if content.kind is LetterKind.ASSIGNMENT and go_on_a_list(content.assignees):
        table = people_table(content.assignees, setting, before=BLOCK_GAP)
        made.append(("DAFTAR PETUGAS", [table]))
    for one in content.attachments:
        body = BodyHere(source=one.body, indented=False, field=_("Isi lampiran"))
        made.append((one.title, [body] if one.body.strip() else []))
    pieces: list[Piece] = []
    for place, (title, inner) in enumerate(made, 1):
        number = roman(place) if len(made) > 1 else ""
        pieces += [_head(setting, number), _title(setting, title), *inner]
        pieces.append(closing(signature(setting)))
    return pieces


def _head(setting: Setting, number: str) -> Item:
    """`Lampiran II Surat Edaran / Nomor : … / Tanggal : …` at the top right."""
    content, profile, page = setting.content, setting.profile, setting.page
    line = profile.attachment_heading.replace("{romawi}", number)
    kind = KIND_TITLES.get(content.kind) or profile.assignment_title.title()
    heading = " ".join(line.replace("{jenis}", kind).split())
    numbered = content.kind not in WITHOUT_NUMBER
    facts = [("Nomor", content.number.strip() or EMPTY)] if numbered else []
    facts.append(("Tanggal", long_date(content.dated_on)))
    left = profile.right_block_left_mm * mm - page.left
    flowable = LabelledLines(
        facts,
        setting.type,
        left=left,
        label_width=LABEL,
        wide=page.text_width - left,
        heading=heading,
    )
    return Item(flowable=flowable, field=_("Lampiran"), keep_next=True, starts_page=True)


def _title(setting: Setting, title: str) -> Item:
    profile, fonts = setting.profile, family(setting.font)
    size = profile.body_size_pt
    room = setting.page.text_width * TITLE_WIDTH
    parts = balanced_lines(title.upper(), fonts.bold, size, room, _("Judul lampiran"))
    rows = [(part, fonts.bold, 0.0) for part in parts]
    flowable = CentredLines(rows, size, profile.body_leading_pt, _("Judul lampiran"))
    return Item(
        flowable=flowable, field=_("Judul lampiran"), before=BLOCK_GAP * 1.5, keep_next=True
    )


def _addressees(setting: Setting) -> Item:
    """The offices of "Yth. Daftar Terlampir", numbered."""
    columns = (
        Column(title="No.", share=0.09, align="center"),
        Column(title="Pejabat yang dituju", share=0.91),
    )
    rows: Sequence[Sequence[str]] = [
        (f"{place}.", line) for place, line in enumerate(setting.content.listed, 1)
    ]
    table = ruled_table(
        columns,
        rows,
        setting.font,
        wide=setting.page.text_width,
        field=_("Alamat tujuan (Yth.)"),
        before=BLOCK_GAP,
    )
    return replace(table, before=BLOCK_GAP)
