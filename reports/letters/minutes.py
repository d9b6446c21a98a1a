"""Berita acara: the date in words, two parties, what happened, both signatures (letters.md 2.6).

Two people of the record are PIHAK PERTAMA and PIHAK KEDUA, and who signs the letter witnesses it
("Mengetahui"); with one, who signs is PIHAK PERTAMA. PIHAK KEDUA signs at the left.
"""

from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from census_desk.indonesian import as_in_text, date_in_words
from census_desk.letters.letter import Assignee
from census_desk.letters.profile import OTHER
from census_desk.nip import grouped
from census_desk.people import Signatory
from reports.layout import BLOCK_GAP, PARAGRAPH_GAP
from reports.letters.content import LetterContent
from reports.letters.cover import items_table
from reports.letters.people import nip_word, people_items
from reports.letters.press import print_letter
from reports.letters.setting import (
    BodyHere,
    LetterForm,
    Piece,
    Setting,
    closing,
    copies_list,
    tail,
    title_block,
)
from reports.pages import Item
from reports.signature import SignatureLines, plain_block, signature_block
from reports.stack import SideBySide, Stack
from reports.tables import Column

COLUMNS = (
    Column(title="No.", share=0.08, align="center"),
    Column(title="Nama Barang", share=0.47),
    Column(title="Jumlah", share=0.17, align="center"),
    Column(title="Kondisi/Keterangan", share=0.28),
)
PARTIES = ("PIHAK PERTAMA", "PIHAK KEDUA")
PARTS_GAP = 6 * mm
CLOSING = (
    "Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap 2 (dua) yang sama bunyinya, "
    "satu rangkap untuk PIHAK PERTAMA dan satu rangkap untuk PIHAK KEDUA."
)
CLOSING_ALONE = (
    "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
)


def minutes(content: LetterContent) -> bytes:
    """The berita acara as PDF on A4; DoesNotFit and MissingGlyph name the field."""
    return print_letter(MINUTES, content)


def _pieces(setting: Setting) -> list[Piece]:
    content = setting.content
    first = _text(_opening(content), BLOCK_GAP * 1.5)
    goods = [items_table(setting, COLUMNS, PARAGRAPH_GAP)] if content.items else []
    parties = _parties(setting)
    end = CLOSING if parties else CLOSING_ALONE
    return [
        title_block(setting, "BERITA ACARA"),
        first,
        *parties,
        _text(content.body),
        *goods,
        _text(end),
        *(_signed(setting) if parties else tail(setting)),
    ]


def _text(source: str, before: float = PARAGRAPH_GAP * 1.5) -> BodyHere:
    return BodyHere(source=source, before=before, indented=False)


def _opening(content: LetterContent) -> str:
    day = content.dated_on
    who = "kami masing-masing:" if content.assignees else "bertempat di {place} telah dilaksanakan:"
    said = who.replace("{place}", content.place)
    return f"Pada hari ini {date_in_words(day)} ({day:%d-%m-%Y}), {said}"


def _people(content: LetterContent) -> tuple[Assignee, ...]:
    """PIHAK PERTAMA and PIHAK KEDUA; none for a berita acara of the signatory alone."""
    if len(content.assignees) == 1:
        return (_as_party(content.signatory), content.assignees[0])
    return content.assignees[:2]


def _as_party(signatory: Signatory) -> Assignee:
    rank = " ".join(filter(None, (signatory.rank, f"({signatory.grade})" * bool(signatory.grade))))
    post = f"{signatory.status.value} {as_in_text(signatory.post)}".strip()
    return Assignee(name=signatory.name, nip=signatory.nip, rank=rank, position=post)


def _parties(setting: Setting) -> list[Piece]:
    people = _people(setting.content)
    items = people_items(people, setting, left=0.0, before=PARAGRAPH_GAP)
    pieces: list[Piece] = []
    for item, called, end in zip(items, PARTIES, ";.", strict=False):
        said = BodyHere(
            source=f"selanjutnya disebut **{called}**{end}", before=1.0, indented=False, left=7 * mm
        )
        pieces += [replace(item, keep_next=True), said]
    return pieces


def _signed(setting: Setting) -> list[Item]:
    content, profile, page = setting.content, setting.profile, setting.page
    left = profile.right_block_left_mm * mm - page.left
    first, second = _people(content)
    own = len(content.assignees) == 1
    right = (
        replace(signature_block(content.signatory, profile, OTHER), titles=(f"{PARTIES[0]},",))
        if own
        else plain_block(PARTIES[0], first.name, profile, _below(first))
    )
    other = plain_block(PARTIES[1], second.name, profile, _below(second))
    blocks: list[Flowable] = [
        SignatureLines(other, profile, left=0.0, wide=left - PARTS_GAP, font=setting.font),
        SignatureLines(right, profile, left=left, wide=page.text_width - left, font=setting.font),
    ]
    parts: list[tuple[float, Flowable]] = [(0.0, SideBySide(blocks))]
    if not own:
        parts.append((BLOCK_GAP, _witness(setting)))
    parts += [(BLOCK_GAP, one) for one in copies_list(setting)]
    return [closing(Stack(parts))]


def _below(person: Assignee) -> tuple[str, ...]:
    return (f"{nip_word(person)} {grouped(person.nip)}",) if person.nip else ()


def _witness(setting: Setting) -> SignatureLines:
    """Mengetahui, in the middle below both parties."""
    profile, page = setting.profile, setting.page
    block = signature_block(
        setting.content.signatory,
        profile,
        OTHER,
        on_behalf_of=setting.content.on_behalf_of,
        opening=("Mengetahui,",),
    )
    wide = page.text_width / 2
    return SignatureLines(block, profile, left=page.text_width / 4, wide=wide, font=setting.font)


MINUTES = LetterForm(title="Berita Acara", group=OTHER, pieces=_pieces, always_a4=True)
