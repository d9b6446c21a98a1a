"""Laporan Pendampingan and Berita Acara of one visit; their wording stands in resources/papers."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from census_desk.indonesian import date_in_words, long_date
from census_desk.letters.profile import OTHER
from census_desk.words import _
from reports import visit_parts as part
from reports.flowing import flowing
from reports.fonts import family
from reports.layout import BLOCK_GAP, on_a4, page_of
from reports.pages import Item
from reports.signature import SignatureBlock, SignatureLines, plain_block, signature_block
from reports.stack import CentredLines, SideBySide
from reports.text import balanced_lines
from reports.visit_parts import VisitContent
from reports.wording import Parts, sentence, worded

__all__ = ["VisitContent", "visit_minutes", "visit_report"]

TITLE_WIDTH = 0.9
EMPTY = "…"


def visit_report(content: VisitContent) -> bytes:
    """Laporan pendampingan teknis (letters.md 2.5): A4 even where letters are F4."""
    content = replace(content, profile=on_a4(content.profile))
    about = f"Pelaksanaan Pendampingan Teknis pada {content.office.name}"
    heading = ("LAPORAN", "TENTANG", about)
    parts: Parts = {
        "dasar": lambda: part.grounds(content.basis, content),
        "kegiatan": lambda: part.activity(content),
        "hasil": lambda: part.results(content),
        "kendala": lambda: part.obstacles(content),
        "simpulan": lambda: part.conclusion(content),
        "tindak lanjut": lambda: part.follow_up(content),
    }
    items = [_heading(heading, content), *_worded("laporan-pendampingan", parts, content)]
    return _printed(content, [*items, _signed(content)], "Laporan Pendampingan")


def visit_minutes(content: VisitContent) -> bytes:
    """Berita acara of the visit (letters.md 2.6): PIHAK KEDUA signs at the left."""
    content = replace(content, profile=on_a4(content.profile))
    line = content.profile.circular_number_line
    heading = ("BERITA ACARA", line.replace("{nomor}", content.visit.number.strip() or EMPTY))
    parts: Parts = {
        "pihak pertama": lambda: part.party(1, "PIHAK PERTAMA", part.first_party(content), content),
        "pihak kedua": lambda: part.party(2, "PIHAK KEDUA", part.second_party(content), content),
        "kegiatan": lambda: part.activity(content),
        "kendala": lambda: part.obstacles(content),
        "tindak lanjut": lambda: part.follow_up(content),
    }
    name = "berita-acara-pendampingan"
    items = [_heading(heading, content), *_worded(name, parts, content)]
    return _printed(content, [*items, _signed_by_both(content)], "Berita Acara")


def _printed(content: VisitContent, items: Sequence[Item], title: str) -> bytes:
    profile = content.profile
    return flowing(
        profile, content.letterhead, content.emblem, items, font=profile.body_font, title=title
    )


def _worded(name: str, parts: Parts, content: VisitContent) -> list[Item]:
    def set_text(source: str, before: float) -> list[Item]:
        return part.text_items(source, content, before)

    return worded(name, _values(content), parts, set_text)


def _values(content: VisitContent) -> dict[str, str]:
    visit = content.visit
    return {
        "nama_sensus": content.programme,
        "kabupaten": content.regency,
        "opd": content.office.name,
        "maksud": sentence(visit.purpose),
        "hari_tanggal_huruf": date_in_words(visit.held_on),
        "tanggal_angka": f"{visit.held_on:%d-%m-%Y}",
    }


def _heading(lines: Sequence[str], content: VisitContent) -> Item:
    profile = content.profile
    fonts = family(profile.body_font)
    size = profile.body_size_pt
    room = page_of(profile).text_width * TITLE_WIDTH
    rows = [(lines[0], fonts.bold, 0.0)]
    for line in lines[1:]:
        parts = balanced_lines(line.upper(), fonts.regular, size, room, _("Judul"))
        gap = 0.3 if len(lines) > 2 else 0.0
        rows += [(part, fonts.regular, 0.0 if place else gap) for place, part in enumerate(parts)]
    flowable = CentredLines(rows, size, profile.body_leading_pt, _("Judul"))
    return Item(flowable=flowable, field=_("Judul"), keep_next=True)


def _signed(content: VisitContent) -> Item:
    opening = (f"Dibuat di {content.place}", f"pada tanggal {long_date(content.visit.held_on)}")
    block = signature_block(content.signatory, content.profile, OTHER, opening=opening)
    page = page_of(content.profile)
    left = content.profile.right_block_left_mm * mm
    lines = _lines(block, content, left - page.left, page.right - left)
    return Item(
        flowable=lines, field=_("Penanda tangan"), before=BLOCK_GAP * 1.5, needs_company=True
    )


def _signed_by_both(content: VisitContent) -> Item:
    """PIHAK KEDUA left, PIHAK PERTAMA right, their names at one height."""
    first = signature_block(content.signatory, content.profile, OTHER)
    first = replace(first, titles=("PIHAK PERTAMA,",))
    name, post = content.visit.received_by, content.visit.received_by_post
    second = plain_block("PIHAK KEDUA", name, content.profile, (post,))
    page = page_of(content.profile)
    left = content.profile.right_block_left_mm * mm
    gap = 6 * mm
    blocks = [
        _lines(second, content, 0.0, left - page.left - gap),
        _lines(first, content, left - page.left, page.right - left),
    ]
    return Item(
        flowable=SideBySide(blocks),
        field=_("Penanda tangan"),
        before=BLOCK_GAP * 1.5,
        needs_company=True,
    )


def _lines(
    block: SignatureBlock, content: VisitContent, left: float, wide: float
) -> SignatureLines:
    profile = content.profile
    return SignatureLines(block, profile, left=left, wide=wide, font=profile.body_font)
