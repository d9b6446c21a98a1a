"""How Indonesian paper writes days, times, numbers and words; and what no program may print."""

import re
from collections.abc import Iterator

from census_desk.indonesian import MONTHS, WEEKDAYS
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.letter import Letter, LetterKind
from census_desk.letters.said import dates_in
from census_desk.words import N_, _

WEEKDAY = Rule(
    text=N_("Nama hari dihitung dari tanggalnya."), source=N_("Kalender; ejaan “Jumat”, “Februari”")
)
FIGURES = Rule(
    text=N_("Titik untuk ribuan, koma untuk desimal, titik dalam pukul."),
    source=N_("Ejaan bahasa Indonesia (EYD)"),
)
NUMBER_WORDS = Rule(
    text=N_("Seribu, seratus, sebelas; bukan “satu ribu”."), source=N_("Terbilang bahasa Indonesia")
)
ONE_SPELLING = Rule(
    text=N_("Satu kata satu ejaan dalam satu surat."),
    source=N_("Tata naskah dinas: kop dan alamat"),
)
NO_FAKE = Rule(
    text=N_("Program tidak mencetak tanda tangan, cap, atau tulisan TTE."),
    source=N_("PP 71/2019 Pasal 59–60; layanan BSrE"),
)
FORM = Rule(
    text=N_("Surat edaran berkepala SURAT EDARAN, NOMOR, TENTANG di tengah."),
    source=N_("SE BKN 1/2021; naskah dinas arahan"),
)
PRIVACY = Rule(
    text=N_("NIP memperlihatkan tanggal lahir dan jenis kelamin; NIK tidak pernah dicetak."),
    source=N_("UU 27/2022 tentang Pelindungan Data Pribadi"),
)
_DAYS = "|".join((*WEEKDAYS, "Jum['’]at", "Ahad"))
_MONTH = "|".join(MONTHS)
_DAY_AND_DATE = re.compile(
    rf"\b({_DAYS})\b\s*,?\s*(?:tanggal\s+|tgl\.?\s+)?(\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}})",
    re.IGNORECASE,
)
_OLD_SPELLING = re.compile(r"\b(Jum['’]at|Pebruari|Nopember|Desember\s*,)\b", re.IGNORECASE)
_COLON_TIME = re.compile(r"\b([01]?\d|2[0-3]):[0-5]\d\b(?!:)")
_AM_PM = re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s*[AP]\.?M\b\.?", re.IGNORECASE)
_COMMA_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_ONE_BIG = re.compile(r"(?:(\w+)\s+)?\bsatu\s+(ribu|ratus|belas|puluh)\b", re.IGNORECASE)
_LEADING_ZERO = re.compile(rf"\b0\d\s+(?:{_MONTH})\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"ditandatangani\s+secara\s+elektronik|tanda\s*tangan\s+elektronik\s+(?:ini\s+)?sah"
    r"|(?<!\w)(?:ttd|dto)\.?(?!\w)|\bcap\s*(?:/|dan)\s*ttd\b|\bBSrE\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[|<img\b|data:image", re.IGNORECASE)
_HEAD_LINES = re.compile(r"^\s*(Nomor|Sifat|Lampiran|Hal|Perihal)\s*:", re.MULTILINE)
_NIP = re.compile(r"(?<!\d)\d{8}\s?\d{6}\s?\d\s?\d{3}(?!\d)")
_ZONELESS = re.compile(r"\bpukul\s+\d{1,2}\.\d{2}(?!\s*(?:WIB|WITA|WIT|[–-]|s\.d\.))")


def weekday_is_of_the_date(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A weekday that does not match its date (detail 9)."""
    for name, written in _DAY_AND_DATE.findall(facts.said.text):
        days = dates_in(written)
        if not days:
            sentence = _("Tanggal “{day}” tidak ada.").format(day=written)
            yield error("body", sentence, WEEKDAY)
            continue
        wanted = WEEKDAYS[days[0].weekday()]
        if re.sub(r"['’]", "", name).casefold().replace("ahad", "minggu") != wanted.casefold():
            sentence = _("{day} jatuh pada hari {wanted}, bukan {typed}.")
            yield error("body", sentence.format(day=written, wanted=wanted, typed=name), WEEKDAY)
    for found in dict.fromkeys(_OLD_SPELLING.findall(facts.said.text)):
        sentence = _("“{word}” ejaan lama; tulis Jumat, Februari, November.")
        yield advice("body", sentence.format(word=found), WEEKDAY)


def times_and_figures(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "09:00 AM" and "7,140" (detail 9)."""
    text = facts.said.text
    for pattern, sentence in (
        (_AM_PM, N_("“{found}”: tulis pukul 09.00 WIB, tanpa AM/PM.")),
        (_COLON_TIME, N_("“{found}”: jam ditulis dengan titik, pukul 09.00 WIB.")),
        (_COMMA_THOUSANDS, N_("“{found}”: ribuan ditulis dengan titik.")),
        (_LEADING_ZERO, N_("“{found}”: tanggal ditulis tanpa nol di depan.")),
    ):
        for match in pattern.finditer(text):
            yield error("body", _(sentence).format(found=match[0]), FIGURES)
    for match in _ZONELESS.finditer(text):
        sentence = _("“{found}”: tambahkan WIB, WITA, atau WIT.").format(found=match[0])
        yield advice("body", sentence, FIGURES)


def number_words(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "satu ribu" (detail 9); "dua puluh satu ribu" is right, and so is "satu juta"."""
    for match in _ONE_BIG.finditer(facts.said.text):
        before, unit = (match[1] or "").casefold(), match[2].casefold()
        if unit == "ribu" and before in ("puluh", "ratus", "seratus"):
            continue
        sentence = _("“satu {unit}” ditulis “se{unit}”.").format(unit=unit)
        yield error("body", sentence, NUMBER_WORDS)


def jalan_is_spelt_one_way(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "Jalan" abbreviated in one place and not another (detail 9)."""
    kop = " ".join(facts.letterhead.address_lines) if facts.letterhead else ""
    text = f"{kop}\n{facts.said.text}"
    if re.search(r"\bJl\.|\bJln\.", text) and re.search(r"\bJalan\b", text):
        sentence = _("“Jalan” disingkat di satu tempat dan ditulis utuh di tempat lain.")
        yield error("body", sentence, ONE_SPELLING)


def nothing_is_signed_by_the_program(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "ditandatangani secara elektronik", a pasted stamp or signature (detail 10)."""
    for match in _SIGNED.finditer(facts.said.text):
        sentence = _("“{found}” tidak boleh diketik; tanda tangan dan cap dibubuhkan kemudian.")
        yield error("body", sentence.format(found=match[0]), NO_FAKE)
    if _PICTURE.search(letter.body) or any(_PICTURE.search(a.body) for a in letter.attachments):
        yield error("body", _("Gambar tidak dicetak dalam surat; kosongkan tempatnya."), NO_FAKE)


def circular_has_its_form(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A circular laid out as an ordinary letter (detail 2)."""
    heads = dict.fromkeys(_HEAD_LINES.findall(facts.said.body))
    if heads and letter.kind is LetterKind.CIRCULAR:
        sentence = _("Surat edaran tidak memakai baris {lines}; kepalanya dicetak sendiri.")
        yield error("body", sentence.format(lines=", ".join(heads)), FORM)
    elif len(heads) > 1 and letter.kind in (LetterKind.INVITATION, LetterKind.OFFICIAL):
        sentence = _("Baris {lines} dicetak sendiri dari isian surat; hapus dari teks.")
        yield error("body", sentence.format(lines=", ".join(heads)), FORM)
    begins = letter.subject.casefold().startswith(("surat edaran", "edaran"))
    if begins and letter.kind is not LetterKind.CIRCULAR:
        sentence = _("Ini surat edaran; pilih jenis Surat edaran supaya kepalanya benar.")
        yield error("kind", sentence, FORM)
    if begins and letter.kind is LetterKind.CIRCULAR:
        sentence = _("“SURAT EDARAN” dicetak sendiri; “Tentang” cukup pokoknya.")
        yield advice("subject", sentence, FORM)


def no_full_nip_in_the_hall(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A list that goes round shows jabatan, not birth dates (detail 8)."""
    if letter.kind is not LetterKind.ASSIGNMENT and _NIP.search(facts.said.text):
        sentence = _("Teks memuat NIP lengkap; pakai jabatan atau samarkan.")
        yield advice("body", sentence, PRIVACY)


CHECKS = (
    weekday_is_of_the_date,
    times_and_figures,
    number_words,
    jalan_is_spelt_one_way,
    nothing_is_signed_by_the_program,
    circular_has_its_form,
    no_full_nip_in_the_hall,
)
