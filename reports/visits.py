"""Laporan Pendampingan and Berita Acara of one visit; their wording stands in resources/papers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from census_desk.indonesian import date_in_words, decimal, full_date, long_date, number, time_range
from census_desk.letters.profile import OTHER, LayoutProfile
from census_desk.nip import grouped
from census_desk.people import Letterhead, Office, Signatory
from census_desk.resource_files import read_text
from census_desk.visits import OBSTACLE_REASON_NAMES, Obstacle, Visit, is_curable
from census_desk.words import _
from reports.body import body_items
from reports.flowing import flowing
from reports.fonts import family, width
from reports.layout import BLOCK_GAP, PARAGRAPH_GAP, page_of
from reports.pages import Item
from reports.signature import SignatureBlock, SignatureLines, plain_block, signature_block
from reports.stack import CentredLines
from reports.styles import style
from reports.tables import Column, fact_items, ruled_table
from reports.text import Run, balanced_lines, paragraph

MARKER = re.compile(r"^\[([a-z ]+)\]$", re.MULTILINE)
NAME = re.compile(r"\{([a-z_]+)\}")
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
LABEL_WIDTH = 42 * mm
PARTY_LABEL_WIDTH = 32 * mm
TITLE_WIDTH = 0.9
EMPTY = "…"
SHORT_WORDS = {"DAN": "dan", "DI": "di", "KOTA": "Kota", "DESA": "Desa", "UMUM": "Umum"}

Parts = Mapping[str, Callable[[], list[Item]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitContent:
    """A finished visit; `place` is where papers are made, `basis` the grounds it rests on."""

    profile: LayoutProfile
    letterhead: Letterhead
    emblem: str = ""
    visit: Visit
    office: Office
    obstacles: tuple[Obstacle, ...] = ()
    signatory: Signatory
    programme: str
    regency: str
    place: str
    zone: str = "WIB"
    basis: tuple[str, ...] = ()


def visit_report(content: VisitContent) -> bytes:
    """Laporan pendampingan teknis (letters.md 2.5): A4 even where letters are F4."""
    content = replace(content, profile=on_a4(content.profile))
    about = f"Pelaksanaan Pendampingan Teknis pada {content.office.name}"
    heading = ("LAPORAN", "TENTANG", about)
    parts: Parts = {
        "dasar": lambda: _numbered(content.basis, content),
        "kegiatan": lambda: _activity(content),
        "hasil": lambda: _results(content),
        "kendala": lambda: _obstacles(content),
        "simpulan": lambda: _conclusion(content),
        "tindak lanjut": lambda: _follow_up(content),
    }
    items = [_heading(heading, content), *_filled_template("laporan-pendampingan", parts, content)]
    return _printed(content, [*items, _signed(content)], "Laporan Pendampingan")


def visit_minutes(content: VisitContent) -> bytes:
    """Berita acara of the visit (letters.md 2.6): PIHAK KEDUA signs at the left."""
    content = replace(content, profile=on_a4(content.profile))
    line = content.profile.circular_number_line
    heading = ("BERITA ACARA", line.replace("{nomor}", content.visit.number.strip() or EMPTY))
    parts: Parts = {
        "pihak pertama": lambda: _party(1, "PIHAK PERTAMA", _first_party(content), content),
        "pihak kedua": lambda: _party(2, "PIHAK KEDUA", _second_party(content), content),
        "kegiatan": lambda: _activity(content),
        "kendala": lambda: _obstacles(content),
        "tindak lanjut": lambda: _follow_up(content),
    }
    name = "berita-acara-pendampingan"
    items = [_heading(heading, content), *_filled_template(name, parts, content)]
    return _printed(content, [*items, _signed_by_both(content)], "Berita Acara")


def on_a4(profile: LayoutProfile) -> LayoutProfile:
    """The profile on A4: reports and minutes are A4 in F4 offices too (letters.md 0 and 2.5)."""
    return replace(profile, paper_name="A4", paper_width_mm=210.0, paper_height_mm=297.0)


def _printed(content: VisitContent, items: Sequence[Item], title: str) -> bytes:
    profile = content.profile
    return flowing(
        profile, content.letterhead, content.emblem, items, font=profile.body_font, title=title
    )


def _filled_template(name: str, parts: Parts, content: VisitContent) -> list[Item]:
    """The wording with its names filled and its markers replaced by tables."""
    pieces = MARKER.split(read_text(f"papers/{name}.md"))
    items: list[Item] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            items += parts[piece]()
        elif piece.strip():
            before = BLOCK_GAP * 1.5 if not items else _gap_before(piece)
            items += _text(_with_values(piece, _values(content)), content, before)
    return [_kept(items, place) for place in range(len(items))]


def _gap_before(piece: str) -> float:
    return PARAGRAPH_GAP * 2 if piece.strip().startswith("#") else PARAGRAPH_GAP


def _kept(items: list[Item], place: int) -> Item:
    """A heading stays with what follows it, be it a table."""
    item = items[place]
    return item if place + 1 < len(items) else replace(item, keep_next=False)


def _with_values(text: str, values: Mapping[str, str]) -> str:
    """Names replaced by their values, whose signs can then be no Markdown."""
    return NAME.sub(lambda found: _literal(values[found[1]]), text)


def _literal(value: str) -> str:
    return PUNCTUATION.sub(r"\\\1", " ".join(value.split()))


def _values(content: VisitContent) -> dict[str, str]:
    visit = content.visit
    return {
        "nama_sensus": content.programme,
        "kabupaten": content.regency,
        "opd": content.office.name,
        "maksud": _sentence(visit.purpose),
        "hari_tanggal_huruf": date_in_words(visit.held_on),
        "tanggal_angka": f"{visit.held_on:%d-%m-%Y}",
    }


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."


def _text(
    source: str, content: VisitContent, before: float = PARAGRAPH_GAP, field: str = ""
) -> list[Item]:
    profile = replace(content.profile, circular_body_form="sections")
    return body_items(source, profile, profile.body_font, before=before, field=field)


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


def _numbered(entries: Sequence[str], content: VisitContent) -> list[Item]:
    """Grounds as a. b. c. under the point that introduces them."""
    lines = [f"   {chr(97 + place)}. {_literal(entry)}" for place, entry in enumerate(entries)]
    source = "1. x\n" + "\n".join(lines)
    return [replace(item, before=3.0) for item in _text(source, content)[1:]] if lines else []


def _activity(content: VisitContent) -> list[Item]:
    visit = content.visit
    when = time_range(visit.starts_at, visit.ends_at, content.zone) if visit.starts_at else ""
    facts = [
        ("Hari, tanggal", full_date(visit.held_on)),
        ("Waktu", when),
        ("Tempat", visit.venue or content.office.name),
        ("Perangkat daerah", content.office.name),
        ("Petugas pendamping", "; ".join(visit.officers)),
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


def _helped(visit: Visit) -> str:
    told = f"{number(visit.helped_count)} orang"
    if visit.attendee_count:
        told += f" ({decimal(100 * visit.helped_count / visit.attendee_count)} persen)"
    return told


def _results(content: VisitContent) -> list[Item]:
    findings = content.visit.findings.strip()
    return _text(findings or _outcome(content), content, field=_("Hasil"))


def _conclusion(content: VisitContent) -> list[Item]:
    return _text(_outcome(content), content)


def _outcome(content: VisitContent) -> str:
    visit = content.visit
    return _literal(
        f"Dari {number(visit.attendee_count)} peserta, {_helped(visit)} telah menyelesaikan "
        f"pengisian {content.programme} secara daring dengan pendampingan ini."
    )


def _obstacles(content: VisitContent) -> list[Item]:
    if not content.obstacles:
        return []
    columns = (
        Column(title="No.", share=0.07, align="center"),
        Column(title="Kendala", share=0.35),
        Column(title="Jumlah", share=0.14, align="center"),
        Column(title="Keadaan", share=0.44),
    )
    rows = [
        (
            f"{place}.",
            OBSTACLE_REASON_NAMES[obstacle.reason],
            f"{number(obstacle.people_count)} orang",
            _state(obstacle),
        )
        for place, obstacle in enumerate(content.obstacles, 1)
    ]
    return _table("Kendala yang ditemukan:", columns, rows, content, _("Kendala"))


def _state(obstacle: Obstacle) -> str:
    if obstacle.closed_on:
        state = f"Tuntas pada {long_date(obstacle.closed_on)}"
    elif is_curable(obstacle):
        state = "Belum tuntas"
    else:
        state = "Menunggu pendataan lapangan"
    note = _sentence(obstacle.note) if obstacle.note.strip() else ""
    return f"{state}. {note[:1].upper()}{note[1:]}".strip()


def _follow_up(content: VisitContent) -> list[Item]:
    visit = content.visit
    steps = [line.strip() for line in visit.follow_up.splitlines() if line.strip()]
    if not steps:
        return []
    columns = (
        Column(title="No.", share=0.07, align="center"),
        Column(title="Tindak Lanjut", share=0.49),
        Column(title="Batas Waktu", share=0.22, align="center"),
        Column(title="Keadaan", share=0.22, align="center"),
    )
    until = long_date(visit.follow_up_on) if visit.follow_up_on else "-"
    done = visit.follow_up_done_on
    state = f"Selesai {long_date(done)}" if done else "Belum selesai"
    rows = [(f"{place}.", step, until, state) for place, step in enumerate(steps, 1)]
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
    return [*(replace(item, keep_next=True) for item in _text(lead, content)), table]


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


def _first_party(content: VisitContent) -> list[tuple[str, str]]:
    signatory, letterhead = content.signatory, content.letterhead
    rank = " ".join(filter(None, (signatory.rank, f"({signatory.grade})" * bool(signatory.grade))))
    return [
        ("Nama", signatory.name),
        ("NIP", grouped(signatory.nip)),
        ("Pangkat/gol.", rank),
        ("Jabatan", f"{signatory.status.value} {_as_in_text(signatory.post)}".strip()),
        ("Alamat", letterhead.address_lines[0] if letterhead.address_lines else ""),
    ]


def _second_party(content: VisitContent) -> list[tuple[str, str]]:
    return [
        ("Nama", content.visit.received_by),
        ("Jabatan", content.visit.received_by_post),
        ("Unit kerja", content.office.name),
        ("Alamat", content.office.address),
    ]


def _as_in_text(post: str) -> str:
    """`KEPALA BPS KABUPATEN KUDUS` as `Kepala BPS Kabupaten Kudus`; mixed case stays."""
    if not post.isupper():
        return post
    words = [SHORT_WORDS.get(word, word) for word in post.split()]
    return " ".join(word.capitalize() if len(word) > 4 else word for word in words)


def _party(
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


class SideBySide(Flowable):
    """Blocks at the same height, each at the place it knows."""

    def __init__(self, blocks: Sequence[Flowable]) -> None:
        super().__init__()
        self._blocks = blocks
        self._heights: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height in points."""
        self._heights = [block.wrap(available_width, 1e6)[1] for block in self._blocks]
        return available_width, max(self._heights)

    def draw(self) -> None:
        """Draw the blocks with their upper edges in one line."""
        top = max(self._heights)
        for block, height in zip(self._blocks, self._heights, strict=True):
            block.drawOn(self.canv, 0, top - height)
