"""Sertifikat of attendance: A4 landscape, one page a person, all in one file.

What all pages share is stored once; a page is that drawing and the person's own lines.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from census_desk.indonesian import full_date, long_date
from census_desk.letters.profile import OTHER, LayoutProfile
from census_desk.nip import grouped
from census_desk.people import Letterhead, Signatory
from census_desk.words import _
from reports.document import new_canvas
from reports.errors import DoesNotFit
from reports.fonts import PLAIN, family, width
from reports.letterhead import KopPlace, draw_kop, kop
from reports.signature import block_rows, draw_rows, signature_block
from reports.text import balanced_lines, checked

WIDE, HIGH = 297 * mm, 210 * mm
FRAMES = ((8 * mm, 1.6), (10.5 * mm, 0.5))
EDGE = 28 * mm
KOP_TOP = 17 * mm
KOP_SCALE = 0.85
TITLE_SIZE, NAME_SIZE, NAME_LEAST, TEXT_SIZE, TEXT_LEADING = 30.0, 25.0, 12.0, 12.5, 17.0
TITLE_DROP, GIVEN_DROP, NAME_DROP = 17 * mm, 10 * mm, 14 * mm
SIGN_LEFT, SIGN_SIZE, SIGN_TOP = 172 * mm, 11.0, 78 * mm
FRAME = "frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOf:
    """One person who came, and as what."""

    name: str
    nip: str = ""
    post: str = ""
    role: str = "Peserta"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """A session that was held and those who are given a certificate of it."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    title: str
    held_on: date
    venue: str
    place: str
    signatory: Signatory
    people: tuple[CertificateOf, ...]


def certificates(content: CertificateContent) -> bytes:
    """One page a person; DoesNotFit names a field too long, MissingGlyph a sign not there."""
    target = io.BytesIO()
    canvas = new_canvas(target, (WIDE, HIGH), title="Sertifikat")
    below = _store_frame(canvas, content)
    for person in content.people:
        canvas.doForm(FRAME)
        _draw_person(canvas, person, below)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _store_frame(canvas: Canvas, content: CertificateContent) -> float:
    """Store what every page has; answer the height under the title."""
    fonts = family(PLAIN)
    place = KopPlace(
        left=EDGE, right=WIDE - EDGE, top=HIGH - KOP_TOP, text_left=EDGE, text_right=WIDE - EDGE,
        scale=KOP_SCALE,
    )  # fmt: skip
    planned = kop(content.profile, content.letterhead, content.emblem, place)
    opening = (f"{content.place}, {long_date(content.held_on)}",)
    block = signature_block(content.signatory, content.profile, OTHER, opening=opening)
    rows = block_rows(block, content.profile, WIDE - EDGE - SIGN_LEFT, PLAIN, size=SIGN_SIZE)
    canvas.beginForm(FRAME, 0, 0, WIDE, HIGH)
    for edge, weight in FRAMES:
        canvas.setLineWidth(weight)
        canvas.rect(edge, edge, WIDE - 2 * edge, HIGH - 2 * edge)
    draw_kop(canvas, planned)
    top = planned.bottom - TITLE_DROP
    canvas.setFont(fonts.bold, TITLE_SIZE)
    canvas.drawCentredString(WIDE / 2, top, "SERTIFIKAT")
    canvas.setFont(fonts.regular, TEXT_SIZE)
    canvas.drawCentredString(WIDE / 2, top - GIVEN_DROP, "diberikan kepada")
    _draw_event(canvas, content)
    draw_rows(canvas, rows, SIGN_LEFT, SIGN_TOP)
    canvas.endForm()
    return top - GIVEN_DROP


def _draw_event(canvas: Canvas, content: CertificateContent) -> None:
    fonts = family(PLAIN)
    room = WIDE - 2 * EDGE
    held = f"yang diselenggarakan pada hari {full_date(content.held_on)} di {content.venue}"
    lines = [
        *_lines(f"pada {content.title}", fonts.bold, room, _("Acara")),
        *_lines(held, fonts.regular, room, _("Tempat")),
    ]
    y = SIGN_TOP + (len(lines) + 0.2) * TEXT_LEADING
    for text, face in lines:
        canvas.setFont(face, TEXT_SIZE)
        canvas.drawCentredString(WIDE / 2, y, text)
        y -= TEXT_LEADING


def _lines(text: str, face: str, room: float, field: str) -> list[tuple[str, str]]:
    return [(line, face) for line in balanced_lines(text, face, TEXT_SIZE, room, field)]


def _draw_person(canvas: Canvas, person: CertificateOf, below: float) -> None:
    fonts = family(PLAIN)
    name = checked(person.name, fonts.bold, person.name)
    room = WIDE - 2 * EDGE
    size = min(NAME_SIZE, NAME_SIZE * room / max(1.0, width(name, fonts.bold, NAME_SIZE)))
    if size < NAME_LEAST:
        raise DoesNotFit(_("Nama {name}").format(name=person.name))
    y = below - NAME_DROP
    canvas.setFont(fonts.bold, size)
    canvas.drawCentredString(WIDE / 2, y, name)
    wide = width(name, fonts.bold, size)
    canvas.setLineWidth(0.6)
    canvas.line(WIDE / 2 - wide / 2 - 12, y - 6, WIDE / 2 + wide / 2 + 12, y - 6)
    y -= 8
    for line in _under_the_name(person, room):
        y -= TEXT_LEADING
        canvas.setFont(fonts.regular, TEXT_SIZE)
        canvas.drawCentredString(WIDE / 2, y, line)
    canvas.setFont(fonts.regular, TEXT_SIZE)
    canvas.drawCentredString(WIDE / 2, y - TEXT_LEADING * 1.4, f"sebagai {person.role}")


def _under_the_name(person: CertificateOf, room: float) -> Sequence[str]:
    face = family(PLAIN).regular
    nip = f"NIP {grouped(person.nip)}" if person.nip else ""
    field = _("Jabatan {name}").format(name=person.name)
    return [
        *filter(None, [nip]),
        *balanced_lines(person.post, face, TEXT_SIZE, room, field),
    ]
