"""The tables and blocks inside the papers of a visit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from census_desk.indonesian import (
    as_in_text,
    decimal,
    full_date,
    long_date,
    number,
    time_range,
)
from census_desk.letters.profile import LayoutProfile
from census_desk.nip import grouped
from census_desk.people import Letterhead, Office, Signatory
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.obstacle import Obstacle, closed_at, open_count
from census_desk.visits.reasons import Reason, curable_keys, reason_name
from census_desk.visits.visit import Readiness, Visit
from census_desk.words import _
from reports.body import body_items
from reports.fonts import family, width
from reports.layout import PARAGRAPH_GAP, page_of
from reports.pages import Item
from reports.styles import style
from reports.tables import Column, fact_items, ruled_table
from reports.text import Run, paragraph
from reports.wording import literal, sentence

LABEL_WIDTH = 42 * mm
PARTY_LABEL_WIDTH = 32 * mm
# Printed words stay Indonesian whatever the screens speak.
CHECKLIST_WORDS = {
    "nik_ready": "NIK",
    "kk_ready": "KK",
    "device_ready": "gawai",
    "network_ready": "jaringan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitContent:
    """A finished visit; `place` is where papers are made, `basis` the grounds it rests on."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    visit: Visit
    office: Office
    obstacles: tuple[Obstacle, ...] = ()
    reasons: tuple[Reason, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    signatory: Signatory
    programme: str
    regency: str
    place: str
    zone: str = "WIB"
    basis: tuple[str, ...] = ()


def text_items(
    source: str, content: VisitContent, before: float = PARAGRAPH_GAP, field: str = ""
) -> list[Item]:
    """Markdown set as the papers of a visit set it."""
    profile = replace(content.profile, circular_body_form="sections")
    return body_items(source, profile, profile.body_font, before=before, field=field)


def grounds(entries: Sequence[str], content: VisitContent) -> list[Item]:
    """Grounds as a. b. c. under the point that introduces them."""
    lines = [f"   {chr(97 + place)}. {literal(entry)}" for place, entry in enumerate(entries)]
    source = "1. x\n" + "\n".join(lines)
    return [replace(item, before=3.0) for item in text_items(source, content)[1:]] if lines else []


def activity(content: VisitContent) -> list[Item]:
    """When, where, who and how many, as labelled facts."""
    visit = content.visit
    when = time_range(visit.starts_at, visit.ends_at, content.zone) if visit.starts_at else ""
    facts = [
        ("Hari, tanggal", full_date(visit.held_on)),
        ("Waktu", when),
        ("Tempat", visit.venue or content.office.name),
        ("Perangkat daerah", content.office.name),
        ("Petugas pendamping", "; ".join(visit.officers)),
        ("Kesiapan peserta", _checklist(visit)),
        ("Jumlah peserta", f"{number(visit.attendee_count)} orang"),
        ("Selesai dibantu", _helped(visit)),
    ]
    profile = content.profile
    return fact_items(
        facts,
        profile,
        profile.body_font,
        left=profile.list_indent_mm * mm,
        label_width=LABEL_WIDTH,
        before=PARAGRAPH_GAP,
    )


def _checklist(visit: Visit) -> str:
    """What was checked on the spot: `NIK siap; KK belum siap`; what was not is not told."""
    told = []
    for field, name in CHECKLIST_WORDS.items():
        readiness = getattr(visit, field)
        if readiness is not Readiness.UNKNOWN:
            told.append(f"{name} {'siap' if readiness is Readiness.YES else 'belum siap'}")
    return "; ".join(told)


def _helped(visit: Visit) -> str:
    told = f"{number(visit.helped_count)} orang"
    if visit.attendee_count:
        told += f" ({decimal(100 * visit.helped_count / visit.attendee_count)} persen)"
    return told


def results(content: VisitContent) -> list[Item]:
    """What the visit found: its findings, or the figures when none were written."""
    findings = content.visit.findings.strip()
    return text_items(findings or _outcome(content), content, field=_("Hasil"))


def conclusion(content: VisitContent) -> list[Item]:
    """The figures in one sentence."""
    return text_items(_outcome(content), content)


def _outcome(content: VisitContent) -> str:
    visit = content.visit
    return literal(
        f"Dari {number(visit.attendee_count)} peserta, {_helped(visit)} telah menyelesaikan "
        f"pengisian {content.programme} secara daring dengan pendampingan ini."
    )


def obstacles(content: VisitContent) -> list[Item]:
    """The table of what hindered people, with its lead; nothing when nothing did."""
    if not content.obstacles:
        return []
    columns = (
        Column(title="No.", share=0.07, align="center"),
        Column(title="Kendala", share=0.31),
        Column(title="Terkendala", share=0.15, align="center"),
        Column(title="Tuntas di Tempat", share=0.15, align="center"),
        Column(title="Keadaan", share=0.32),
    )
    rows = [
        (
            f"{place}.",
            reason_name(content.reasons, obstacle.reason),
            f"{number(obstacle.people_count)} orang",
            _closed_here(obstacle, content),
            _state(obstacle, content),
        )
        for place, obstacle in enumerate(content.obstacles, 1)
    ]
    return _table("Kendala yang ditangani dan ditemukan:", columns, rows, content, _("Kendala"))


def _closed_here(obstacle: Obstacle, content: VisitContent) -> str:
    count = closed_at(obstacle, content.visit.id)
    return f"{number(count)} orang" if count else "-"


def _state(obstacle: Obstacle, content: VisitContent) -> str:
    """What was left by the end of the visit's day; what later visits closed is theirs to tell."""
    left = open_count(obstacle, max(content.visit.held_on, obstacle.noted_on))
    if not left:
        state = "Tuntas"
    elif obstacle.reason not in curable_keys(content.reasons):
        state = "Menunggu pendataan lapangan"
    elif left < obstacle.people_count:
        state = f"Tinggal {number(left)} orang"
    else:
        state = "Belum tuntas"
    note = sentence(obstacle.note) if obstacle.note.strip() else ""
    return f"{state}. {note[:1].upper()}{note[1:]}".strip()


def follow_up(content: VisitContent) -> list[Item]:
    """The table of steps agreed upon, with its lead; nothing when there are none."""
    if not content.follow_ups:
        return []
    columns = (
        Column(title="No.", share=0.07, align="center"),
        Column(title="Tindak Lanjut", share=0.36),
        Column(title="Pelaksana", share=0.22),
        Column(title="Batas Waktu", share=0.17, align="center"),
        Column(title="Keadaan", share=0.18, align="center"),
    )
    rows = [
        (
            f"{place}.",
            one.what,
            one.who or "-",
            long_date(one.due_on) if one.due_on else "-",
            f"Selesai {long_date(one.done_on)}" if one.done_on else "Belum selesai",
        )
        for place, one in enumerate(content.follow_ups, 1)
    ]
    return _table("Tindak lanjut yang disepakati:", columns, rows, content, _("Tindak lanjut"))


def _table(
    lead: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    content: VisitContent,
    field: str,
) -> list[Item]:
    profile = content.profile
    wide = page_of(profile).text_width
    table = ruled_table(columns, rows, profile.body_font, wide=wide, field=field, before=4.0)
    return [*(replace(item, keep_next=True) for item in text_items(lead, content)), table]


def first_party(content: VisitContent) -> list[tuple[str, str]]:
    """PIHAK PERTAMA: who signs for the visit."""
    signatory, letterhead = content.signatory, content.letterhead
    rank = " ".join(filter(None, (signatory.rank, f"({signatory.grade})" * bool(signatory.grade))))
    return [
        ("Nama", signatory.name),
        ("NIP", grouped(signatory.nip)),
        ("Pangkat/gol.", rank),
        ("Jabatan", f"{signatory.status.value} {as_in_text(signatory.post)}".strip()),
        ("Alamat", letterhead.address_lines[0] if letterhead.address_lines else ""),
    ]


def second_party(content: VisitContent) -> list[tuple[str, str]]:
    """PIHAK KEDUA: who received it."""
    return [
        ("Nama", content.visit.received_by),
        ("Jabatan", content.visit.received_by_post),
        ("Unit kerja", content.office.name),
        ("Alamat", content.office.address),
    ]


def party(
    place: int, called: str, facts: list[tuple[str, str]], content: VisitContent
) -> list[Item]:
    """The facts of one party, numbered, and by what name the paper calls it."""
    profile = content.profile
    (label, value), *others = facts
    items = fact_items(
        [(f"{place}.  {label}", value), *((f"     {label}", value) for label, value in others)],
        profile,
        profile.body_font,
        left=0.0,
        label_width=PARTY_LABEL_WIDTH,
        before=PARAGRAPH_GAP,
    )
    size, leading = profile.body_size_pt, profile.body_leading_pt
    indent = width("1.  ", family(profile.body_font).regular, size)
    closing = paragraph(
        [Run(text="selanjutnya disebut "), Run(text=called, bold=True), Run(text=";")],
        style(profile.body_font, size, leading, indent=indent),
        family(profile.body_font),
        field=called,
    )
    kept = [replace(item, keep_next=True) for item in items]
    return [*kept, Item(flowable=closing, field=called, before=1.0, leading=leading)]
