"""To whom: what a letter needs to be whole, its "Yth." lines, tembusan and lampiran."""

import re
from collections.abc import Iterator
from itertools import pairwise

from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.letter import WITHOUT_ADDRESSEE, Letter, LetterKind, missing_parts_of
from census_desk.people import Office, OfficeKind, PostKind
from census_desk.words import N_, _

WHOLE = Rule(
    text=N_("Surat terbit lengkap: kop, tujuan, isi, dan penanda tangan."),
    source=N_("Susunan naskah dinas"),
)
BY_POST = Rule(
    text=N_("Pejabat dialamatkan dengan jabatan; “Yth.” cukup sekali, tanpa Bapak/Ibu."),
    source=N_("Tata naskah dinas: alamat surat"),
)
COPIES = Rule(
    text=N_("Tembusan berurut dari pangkat tertinggi, tanpa arsip dan tanpa penanda tangan."),
    source=N_("Kebiasaan tata naskah dinas: tembusan"),
)
BPS = Rule(
    text=N_("BPS instansi vertikal, bukan perangkat daerah."),
    source=N_("UU 16/1997 tentang Statistik"),
)
ENCLOSED = Rule(
    text=N_("Jumlah lampiran sama dengan yang dilampirkan dan yang disebut."),
    source=N_("Tata naskah dinas: “1 (satu) berkas”"),
)
# From the highest down; the first word that begins a line decides.
RANKS: tuple[tuple[str, ...], ...] = (
    ("presiden", "wakil presiden"),
    ("menteri", "kepala badan pusat statistik republik"),
    ("gubernur", "wakil gubernur"),
    ("kepala badan pusat statistik provinsi",),
    ("bupati", "wali kota", "walikota"),
    ("wakil bupati", "wakil wali kota"),
    ("ketua dprd", "ketua dewan perwakilan rakyat daerah"),
    ("kepala kejaksaan", "komandan kodim", "kepala kepolisian", "dandim", "kapolres"),
    ("sekretaris daerah",),
    ("asisten", "staf ahli"),
    ("inspektur", "sekretaris dprd", "kepala", "direktur"),
    ("camat",),
    ("lurah", "kepala desa"),
)
_TITLES = re.compile(r"\b(Bapak|Ibu|Bpk|Sdr|Saudara|Saudari)\b\.?", re.IGNORECASE)
_YTH = re.compile(r"^\s*Yth\b", re.IGNORECASE)
_ENCLOSURE = re.compile(r"\bLampiran\s+([IVX]+)\b")
_MENTION = re.compile(r"\b(terlampir|lampiran|dilampirkan)\b", re.IGNORECASE)
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
}


def letter_is_whole(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """What the letter's kind needs and is not there."""
    for field, sentence in missing_parts_of(letter).items():
        yield error(field, sentence, WHOLE)
    if letter.letterhead_id and facts.letterhead is None:
        yield error("letterhead_id", _("Kop yang dipilih sudah tidak ada."), WHOLE)
    if letter.signatory_id and facts.signatory is None:
        yield error("signatory_id", _("Penanda tangan yang dipilih sudah tidak ada."), WHOLE)


def addressed_by_post(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "Yth. Bapak Kepala": doubled, or a person where a post belongs (detail 12)."""
    for line in letter.recipients:
        if _YTH.match(line):
            sentence = _("“{line}”: “Yth.” dicetak sendiri, jangan diketik.")
            yield error("recipients", sentence.format(line=line), BY_POST)
        if found := _TITLES.search(line):
            sentence = _("“{line}”: sebut jabatannya saja, tanpa {title}.")
            yield error("recipients", sentence.format(line=line, title=found[0]), BY_POST)
    for line in letter.copy_to:
        if _YTH.match(line) or _TITLES.search(line):
            sentence = _("“{line}”: tembusan menyebut jabatan saja.")
            yield advice("copy_to", sentence.format(line=line), BY_POST)


def list_of_addressees(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "Daftar Terlampir" needs a list; a long list does not belong in the head."""
    lines = [line for line in letter.recipients if line.strip()]
    is_addressed = letter.kind not in WITHOUT_ADDRESSEE
    if letter.recipients_attached and not lines and not letter.office_ids:
        sentence = _("“Yth. Daftar Terlampir” tanpa daftar: isi tujuan atau pilih OPD.")
        yield error("recipients", sentence, ENCLOSED)
    if is_addressed and not letter.recipients_attached and len(lines) > 7:
        sentence = _("{count} tujuan terlalu panjang di kepala surat; pakai Daftar Terlampir.")
        yield advice("recipients", sentence.format(count=len(lines)), BY_POST)


def copies_in_rank_order(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Gubernur, Bupati, … down (detail 12)."""
    lines = [line for line in letter.copy_to if line.strip()]
    known = [(rank, line) for line in lines if (rank := rank_of(line)) is not None]
    for (first, line), (second, after) in pairwise(known):
        if second < first:
            sentence = _("{after} lebih tinggi, jadi ditulis sebelum {line}.")
            yield error("copy_to", sentence.format(after=after, line=line), COPIES)
    for line in lines:
        if re.match(r"\s*(arsip|pertinggal)\b", line, re.IGNORECASE):
            sentence = _("“{line}” tidak ditulis: arsip selalu disimpan.")
            yield error("copy_to", sentence.format(line=line), COPIES)
    if repeated := {line for line in lines if lines.count(line) > 1}:
        sentence = _("{line} tertulis dua kali.").format(line=min(repeated))
        yield advice("copy_to", sentence, COPIES)


def signer_gets_no_copy(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """The sender is no recipient of his own letter."""
    post = _plain(facts.signatory.post) if facts.signatory else ""
    names = {post, re.split(r" (?:kabupaten|kota) ", post)[0]}
    for field, lines in (("copy_to", letter.copy_to), ("recipients", letter.recipients)):
        for line in lines:
            if post and _plain(line) in names:
                sentence = _("{line} menandatangani surat ini, jadi bukan tujuan atau tembusan.")
                yield error(field, sentence.format(line=line), COPIES)


def bps_is_no_office(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """BPS listed as an OPD (detail 11)."""
    chosen = set(letter.office_ids)
    is_bps_letter = facts.signatory and facts.signatory.post_kind is PostKind.BPS_HEAD
    is_ours = letter.kind is LetterKind.CIRCULAR and not is_bps_letter
    for office in facts.offices:
        if _is_bps(office) and office.kind is not OfficeKind.VERTICAL:
            sentence = _("{office} tercatat sebagai OPD; ubah jenisnya menjadi instansi vertikal.")
            yield error("office_ids", sentence.format(office=office.name), BPS)
        elif office.id in chosen and _is_bps(office) and is_ours:
            sentence = _("{office} bukan OPD; kirimi tembusan, bukan edaran.")
            yield advice("office_ids", sentence.format(office=office.name), BPS)


def enclosures_are_counted(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "Lampiran : 1" without a unit (detail 9), and lampiran the text knows nothing of."""
    if letter.attachment_count and not letter.attachment_unit.strip():
        sentence = _("Tulis satuan lampiran: berkas, lembar, atau eksemplar.")
        yield error("attachment_unit", sentence, ENCLOSED)
    printed = len(letter.attachments) + letter.recipients_attached
    cited = [_ROMAN.get(one, 0) for one in _ENCLOSURE.findall(facts.said.body)]
    if cited and max(cited) > max(printed, 1 if letter.attachment_count else 0):
        sentence = _("Teks menyebut lampiran ke-{cited}, yang dilampirkan {count}.")
        yield error("attachments", sentence.format(cited=max(cited), count=printed), ENCLOSED)
    mentions = bool(_MENTION.search(facts.said.body))
    is_list_itself = letter.kind in (LetterKind.COVER, LetterKind.ASSIGNMENT, LetterKind.REPORT)
    if (letter.attachments or letter.attachment_count) and not mentions and not is_list_itself:
        yield advice("body", _("Ada lampiran, tetapi teks tidak menyebutnya."), ENCLOSED)
    if re.search(r"\bterlampir\b", facts.said.body, re.IGNORECASE) and not (
        printed or letter.attachment_count
    ):
        yield error("attachments", _("Teks menyebut “terlampir”, lampirannya tidak ada."), ENCLOSED)


def rank_of(line: str) -> int | None:
    """The place of an addressee in the order of ranks, None for one nobody ranked."""
    plain = _plain(line)
    ranked = [
        (len(word), place)
        for place, words in enumerate(RANKS)
        for word in words
        if plain == word or plain.startswith(f"{word} ")
    ]
    return max(ranked)[1] if ranked else None


def _is_bps(office: Office) -> bool:
    plain = _plain(office.name)
    return office.kind is OfficeKind.VERTICAL or (
        plain.startswith(("bps", "badan pusat statistik")) and "dinas" not in plain
    )


def _plain(line: str) -> str:
    return " ".join(re.sub(r"^\s*(Yth\.?|\d+\.)\s*|[;.,]\s*$", "", line).casefold().split())


CHECKS = (
    letter_is_whole,
    addressed_by_post,
    list_of_addressees,
    copies_in_rank_order,
    signer_gets_no_copy,
    bps_is_no_office,
    enclosures_are_counted,
)
