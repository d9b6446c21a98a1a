"""The sheet of paper: its layout profile, its length, its glyphs, and where the signature falls."""

import unicodedata
from collections.abc import Iterator

from census_desk.indonesian import long_date
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.letter import Letter, LetterKind
from census_desk.words import N_, _

PAPER = Rule(
    text=N_("Kertas F4 215 × 330 mm atau A4, tepi kiri 3 cm, kop hanya di halaman satu."),
    source=N_("Permendagri 54/2009; Permendagri 1/2023 Pasal 28; peraturan bupati"),
)
REGIME = Rule(
    text=N_("Tata letak mengikuti aturan yang berlaku pada tanggal surat."),
    source=N_("Permendagri 1/2023 mencabut Permendagri 54/2009"),
)
LENGTH = Rule(
    text=N_("Judul paling banyak tiga baris; surat secukupnya."), source=N_("Susunan naskah dinas")
)
WIDOW = Rule(
    text=N_("Blok tanda tangan tidak berdiri sendiri di halaman."),
    source=N_("Susunan naskah dinas"),
)
GLYPHS = Rule(
    text=N_("Setiap tanda ada dalam huruf surat."), source=N_("Huruf yang disertakan meja kerja")
)
ROOM = Rule(
    text=N_("Setiap isian muat di tempatnya; tidak ada teks yang dipotong diam-diam."),
    source=N_("Ukuran kertas, tepi, dan huruf pada tata letak surat"),
)
FONTS = Rule(
    text=N_("Huruf kantor yang dipakai tata letak ada berkasnya di register."),
    source=N_("Ukuran kertas, tepi, dan huruf pada tata letak surat"),
)
PAPERS_MM = ((215, 330), (210, 330), (210, 297))
LEAST_LEFT_MM = 30
MOST_SUBJECT = 150
MOST_PAGES = 10
MOST_SIGNS = 5  # named one by one; a text in another script would fill the list
_WITHOUT_GLYPH = ("Cc", "Co", "Cs", "Cn")


def paper_is_filed(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Odd paper, no room for the punch, the kop on page 2, a page number elsewhere (detail 7)."""
    one = facts.profile
    size = (round(one.paper_width_mm), round(one.paper_height_mm))
    if size not in PAPERS_MM:
        sentence = _("Kertas {width} × {height} mm bukan F4 atau A4.")
        yield error("profile", sentence.format(width=size[0], height=size[1]), PAPER)
    if one.margin_left_mm < LEAST_LEFT_MM:
        sentence = _("Tepi kiri {margin:g} mm: lubang ordner memakan huruf.")
        yield error("profile", sentence.format(margin=one.margin_left_mm), PAPER)
    if not one.kop_first_page_only:
        yield error("profile", _("Kop tidak diulang di halaman berikut."), PAPER)
    if one.page_number_place != "top-centre" or one.page_number_on_first:
        sentence = _("Nomor halaman “- 2 -” di tengah atas, tidak di halaman berkop.")
        yield advice("profile", sentence, PAPER)


def fonts_are_there(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A layout in a font of the office whose file is gone: nothing is printed in another."""
    if facts.font_problem:
        yield error("profile", facts.font_problem, FONTS)


def layout_is_of_the_date(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A4 where the office filed F4: the letter's date decides (detail 7)."""
    one, day = facts.profile, letter.dated_on
    is_early = one.valid_from is not None and day < one.valid_from
    is_late = one.valid_to is not None and day > one.valid_to
    if is_early or is_late:
        sentence = _("Tata letak {name} tidak berlaku pada {day}.")
        yield error("profile", sentence.format(name=one.name, day=long_date(day)), REGIME)


def length_is_bearable(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A title of four lines; a letter nobody reads."""
    if len(facts.said.subject) > MOST_SUBJECT and letter.kind is LetterKind.CIRCULAR:
        sentence = _("Judul {count} huruf tidak muat tiga baris; ringkaskan.")
        yield advice("subject", sentence.format(count=len(facts.said.subject)), LENGTH)
    if facts.drawn and facts.drawn.page_count > MOST_PAGES:
        sentence = _("Surat {count} halaman; pindahkan rinciannya ke lampiran.")
        yield advice("body", sentence.format(count=facts.drawn.page_count), LENGTH)


def paper_can_be_drawn(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A number wider than its line, a list larger than a page: nothing is cut silently."""
    if facts.drawn and facts.drawn.refused:
        yield error(facts.drawn.field, facts.drawn.refused, ROOM)


def signature_has_company(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A widow signature."""
    if facts.drawn and facts.drawn.is_signature_alone:
        sentence = _("Tanda tangan sendirian di halaman terakhir; pindahkan dua baris ke sana.")
        yield error("body", sentence, WIDOW)


def glyphs_are_there(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Signs no font of the desk holds: emoji, control signs, private ones."""
    strange = {
        sign
        for sign in facts.said.text
        if sign not in "\n\t\r"
        and (ord(sign) > 0xFFFF or unicodedata.category(sign) in _WITHOUT_GLYPH)
    }
    drawn = set(facts.drawn.missing_glyphs) if facts.drawn else set()
    signs = sorted(strange | drawn)
    for sign in signs[:MOST_SIGNS]:
        field = facts.drawn.field if facts.drawn and sign not in facts.said.text else "body"
        name = unicodedata.name(sign, "") if len(sign) == 1 else ""
        sentence = _("Tanda “{sign}” (U+{code:04X} {name}) tidak dapat dicetak.")
        yield error(
            field,
            sentence.format(sign=sign if sign.isprintable() else "?", code=ord(sign[0]), name=name),
            GLYPHS,
        )
    if len(signs) > MOST_SIGNS:
        sentence = _("Masih ada {count} tanda lain yang tidak dapat dicetak.")
        yield error("body", sentence.format(count=len(signs) - MOST_SIGNS), GLYPHS)


CHECKS = (
    paper_is_filed,
    fonts_are_there,
    layout_is_of_the_date,
    length_is_bearable,
    paper_can_be_drawn,
    signature_has_company,
    glyphs_are_there,
)
