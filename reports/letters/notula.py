"""Notula of a meeting: what was held, who was there, what was decided (letters.md 2.5).

It takes no number. Sidang/Rapat, Hari/Tanggal, Surat Undangan, Waktu, Acara, Pimpinan, Peserta and
Kegiatan stand at the left, their values at one edge.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from census_desk.indonesian import clock, full_date
from census_desk.letters.profile import OTHER
from census_desk.words import _
from reports.labelled import LabelledLines
from reports.layout import BLOCK_GAP, COLON_WIDTH
from reports.letters.content import Event, LetterContent
from reports.letters.press import print_letter
from reports.letters.setting import (
    BodyHere,
    LetterForm,
    Piece,
    Setting,
    headed,
    tail,
)
from reports.pages import Item

LABEL = 45 * mm
FACT_GAP = 2.0
MOST_NAMED = 15  # more people stand on the attendance sheet
ON_SHEET = "daftar hadir terlampir"


def notula(content: LetterContent) -> bytes:
    """The notula as PDF; DoesNotFit and MissingGlyph name the field."""
    return print_letter(NOTULA, content)


def held_at(event: Event) -> str:
    """`pukul 09.00 WIB s.d. 11.30 WIB`, as a notula tells it."""
    if event.starts_at is None:
        return ""
    until = f"{clock(event.ends_at)} {event.zone}" if event.ends_at else "selesai"
    return f"pukul {clock(event.starts_at)} {event.zone} s.d. {until}"


def _pieces(setting: Setting) -> list[Piece]:
    body = BodyHere(
        source=setting.content.body,
        before=FACT_GAP,
        indented=False,
        label="Kegiatan",
        left=LABEL + COLON_WIDTH,
    )
    end = tail(setting, ("Pimpinan Rapat,",))
    return [headed(setting, ["NOTULA"]), *_facts(setting), body, *end]


def _facts(setting: Setting) -> list[Item]:
    event = setting.content.event
    if event is None:
        return []
    facts = [
        ("Sidang/Rapat", event.called),
        ("Hari/Tanggal", full_date(event.held_on)),
        ("Surat Undangan", event.invitation or "-"),
        ("Waktu", held_at(event)),
        ("Tempat", event.venue),
        ("Acara", event.title),
    ]
    items = [_fact(setting, label, value) for label, value in facts if value]
    leaders = _leaders(setting, event)
    items += [*leaders, *_participants(setting, event)]
    return [replace(item, before=FACT_GAP if place else BLOCK_GAP * 1.5)
            for place, item in enumerate(items)]  # fmt: skip


def _fact(setting: Setting, label: str, value: str) -> Item:
    flowable = LabelledLines(
        [(label, value)], setting.type, label_width=LABEL, wide=setting.page.text_width
    )
    return Item(flowable=flowable, field=label)


def _leaders(setting: Setting, event: Event) -> list[Item]:
    """Pimpinan, each by the part taken."""
    if not event.people:
        return []
    heading = _fact(setting, "Pimpinan", " ")
    lines = LabelledLines(
        [fact for label, names in by_part(event) for fact in _numbered(label, names)],
        setting.type,
        left=5 * mm,
        label_width=LABEL - 5 * mm,
        wide=setting.page.text_width - 5 * mm,
    )
    return [replace(heading, keep_next=True), Item(flowable=lines, field=_("Pimpinan rapat"))]


def by_part(event: Event) -> list[tuple[str, list[str]]]:
    """The people by the part they took, each part once: "Narasumber" and its two names."""
    parts: dict[str, list[str]] = {}
    for label, name in event.people:
        parts.setdefault(label, []).append(name)
    return list(parts.items())


def _numbered(label: str, names: Sequence[str]) -> list[tuple[str, str]]:
    if len(names) == 1:
        return [(label, names[0])]
    told = [f"{place}. {name}" for place, name in enumerate(names, 1)]
    return list(zip([label, *[""] * (len(told) - 1)], told, strict=True))


def _participants(setting: Setting, event: Event) -> list[Item]:
    if not event.participants or len(event.participants) > MOST_NAMED:
        return [_fact(setting, "Peserta", ON_SHEET)]
    facts = _numbered("Peserta", event.participants)
    lines = LabelledLines(facts, setting.type, label_width=LABEL, wide=setting.page.text_width)
    return [Item(flowable=lines, field=_("Peserta"))]


NOTULA = LetterForm(title="Notula", group=OTHER, pieces=_pieces)
