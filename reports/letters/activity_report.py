"""Laporan kegiatan: LAPORAN / TENTANG, parts A to E, Dibuat di …; A4 in F4 offices too.

(letters.md 2.5.) A line `[kegiatan]` of the body becomes the facts of what was held, `[hasil]` the
table of who was to come and who came.
"""

import re

from census_desk.indonesian import decimal, full_date, number
from census_desk.letters.profile import OTHER
from census_desk.words import _
from reports.body import FACT_LABEL
from reports.layout import BLOCK_GAP, PARAGRAPH_GAP
from reports.letters.content import Event, LetterContent
from reports.letters.notula import by_part, held_at
from reports.letters.press import print_letter
from reports.letters.setting import MADE, BodyHere, LetterForm, Piece, Setting, headed, tail
from reports.pages import Item
from reports.tables import Column, fact_items, ruled_table

MARKER = re.compile(r"^[ \t]*\[(kegiatan|hasil)\][ \t]*$", re.MULTILINE)
COLUMNS = (
    Column(title="Sasaran", share=0.46),
    Column(title="Diundang", share=0.18, align="center"),
    Column(title="Hadir", share=0.18, align="center"),
    Column(title="Persen", share=0.18, align="center"),
)


def activity_report(content: LetterContent) -> bytes:
    """The report as PDF on A4; DoesNotFit and MissingGlyph name the field."""
    return print_letter(REPORT, content)


def _pieces(setting: Setting) -> list[Piece]:
    content = setting.content
    pieces: list[Piece] = [headed(setting, ["LAPORAN"], about=content.subject)]
    for place, part in enumerate(MARKER.split(content.body)):
        if place % 2:
            pieces += _event_part(part, setting)
        elif part.strip():
            gap = BLOCK_GAP * 1.5 if len(pieces) == 1 else PARAGRAPH_GAP * 2
            pieces.append(BodyHere(source=part, before=gap, indented=False))
    return [*pieces, *tail(setting, MADE)]


def _event_part(name: str, setting: Setting) -> list[Item]:
    event = setting.content.event
    if event is None:
        return []
    return _facts(event, setting) if name == "kegiatan" else _figures(event, setting)


def _facts(event: Event, setting: Setting) -> list[Item]:
    attended = f"{number(event.attended_count)} orang" if event.attended_count is not None else ""
    facts = [
        ("Hari, tanggal", full_date(event.held_on)),
        ("Waktu", held_at(event)),
        ("Tempat", event.venue),
        ("Acara", event.title),
        *((label, "; ".join(names)) for label, names in by_part(event)),
        ("Peserta", attended),
    ]
    return fact_items(
        facts,
        setting.profile,
        setting.font,
        left=setting.profile.list_indent_mm * 72 / 25.4,
        label_width=FACT_LABEL,
        before=PARAGRAPH_GAP,
    )


def _figures(event: Event, setting: Setting) -> list[Item]:
    """Who was to come, who came, in numbers; "-" for what is not known."""
    rows = [_turnout(*one) for one in event.turnout]
    called = "Jumlah" if rows else event.called
    rows.append(_turnout(called, event.invited_count, event.attended_count))
    wide = setting.page.text_width
    table = ruled_table(
        COLUMNS, rows, setting.font, wide=wide, field=_("Hasil"), before=PARAGRAPH_GAP
    )
    return [table]


def _turnout(called: str, invited: int, came: int | None) -> tuple[str, str, str, str]:
    share = decimal(min(100, 100 * came / invited)) if came is not None and invited else "-"
    told = number(came) if came is not None else "-"
    return called, number(invited) if invited else "-", told, share


REPORT = LetterForm(title="Laporan", group=OTHER, pieces=_pieces, always_a4=True)
