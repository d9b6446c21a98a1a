"""Letters of every kind: what stands on them, line by line, in both layouts."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time

import pypdf
import pytest
import zxingcpp
from PIL import ImageChops

from census_desk.letters.letter import Assignee, Attachment, CoverItem, LetterKind, Nature
from census_desk.letters.profile import profile_on
from reports.errors import AnchorTaken, DoesNotFit, MissingGlyph
from reports.letters.content import ArchiveMark, Copy, Event, LetterContent
from reports.letters.cover import receipts
from reports.letters.forms import FORMS, letter_paper
from reports.letters.press import print_apart, print_copies
from tests.reports.papers import (
    NEW,
    OLD,
    compare_with_accepted,
    fonts_of,
    lines_of,
    pages_of,
    picture_of,
    place_of,
    regent_kop,
    secretary,
    setda_kop,
    sizes_of,
)

INVITATION = """Sehubungan dengan sensus, dengan ini mengharap kehadiran Saudara pada:

hari, tanggal : Kamis, 20 Februari 2020
waktu : pukul 09.00 WIB s.d. selesai
tempat : Pendopo
acara : Rapat koordinasi

Demikian atas perhatian Saudara disampaikan terima kasih."""
ASSIGNMENT = """## Dasar

1. Undang-Undang Nomor 16 Tahun 1997 tentang Statistik.

## Untuk

1. melaksanakan pendampingan; dan
2. melaporkan hasilnya."""
NOTULA = "1. Kata pembukaan\n\n   Rapat dibuka.\n2. Keputusan\n   a. mengirim rekap."
REPORT = "## A. Pendahuluan\n\nUmum.\n\n## B. Kegiatan\n\n[kegiatan]\n\n## C. Hasil\n\n[hasil]"
RINA = Assignee(
    name="Rina Puspitasari, S.Si.",
    nip="198609262015052001",
    rank="Penata Muda (III/a)",
    position="Statistisi",
)
MITRA = Assignee(name="Sulistyo Hadi", position="Mitra BPS")
MEETING = Event(
    called="Rapat koordinasi",
    title="Persiapan sensus",
    held_on=date(2020, 2, 20),
    starts_at=time(9),
    ends_at=time(11, 30),
    venue="Pendopo",
    invitation="Nomor 005/12/2020 tanggal 13 Februari 2020",
    people=(("Ketua", "Bambang Prasojo"),),
    participants=("Kepala Dinas Kesehatan", "Camat Juwana"),
    invited_count=40,
    attended_count=30,
)
MARK = ArchiveMark(code="7K3Q-X9MP-HW", qr="KA17K3QX9MPHW")
BODIES = {
    LetterKind.INVITATION: INVITATION,
    LetterKind.ASSIGNMENT: ASSIGNMENT,
    LetterKind.NOTULA: NOTULA,
    LetterKind.REPORT: REPORT,
}
EVERY = [(kind, on) for kind in LetterKind for on in (OLD, NEW)]


def a_paper(kind: LetterKind, on: date = OLD, **fields: object) -> LetterContent:
    filled = {
        "kind": kind,
        "profile": profile_on(on),
        "letterhead": setda_kop,
        "number": "005/12/2020" if on == OLD else "000.1.5/12/2026",
        "nature": Nature.URGENT,
        "subject": "Undangan Rapat Koordinasi",
        "dated_on": on,
        "place": "Pati",
        "recipients": ("Kepala Dinas Kesehatan",),
        "recipients_at": "Pati",
        "body": BODIES.get(kind, "Isi surat yang cukup panjang untuk satu baris lebih sedikit."),
        "assignees": (RINA, MITRA) if kind in (LetterKind.ASSIGNMENT, LetterKind.MINUTES) else (),
        "items": (CoverItem(what="Rekapitulasi", count="2 berkas", note="Lengkap"),),
        "signatory": secretary,
        "copy_to": ("Bupati Pati",),
        "event": MEETING,
    }
    return LetterContent(**(filled | fields))


@pytest.mark.parametrize(("kind", "on"), EVERY)
def test_each_kind_reads_as_accepted_in_both_layouts(kind, on, request):
    name = f"surat-{kind.value.replace(' ', '-')}-{on.year}"

    compare_with_accepted(letter_paper(a_paper(kind, on)), name, request)


@pytest.mark.parametrize(("kind", "on"), EVERY)
def test_each_kind_gives_the_same_bytes_and_embeds_its_fonts(kind, on):
    content = a_paper(kind, on, archive=MARK)

    first = letter_paper(content)

    assert letter_paper(content) == first
    assert all(fonts_of(first).values())
    assert not any("Helvetica" in name for name in fonts_of(first))


@pytest.mark.parametrize(("kind", "on"), EVERY)
def test_no_kind_prints_a_signature_or_says_it_was_signed(kind, on):
    text = " ".join(pages_of(letter_paper(a_paper(kind, on, archive=MARK)))).casefold()

    assert "ditandatangani" not in text and "elektronik" not in text


@pytest.mark.parametrize(("kind", "on"), EVERY)
def test_markup_in_any_field_prints_as_typed(kind, on):
    text = "<b>A & B</b>"
    content = a_paper(kind, on, copy_to=(text,))

    assert text in " ".join(pages_of(letter_paper(content)))


@pytest.mark.parametrize("kind", [LetterKind.REPORT, LetterKind.MINUTES])
def test_reports_and_minutes_are_a4_where_letters_are_f4(kind):
    assert sizes_of(letter_paper(a_paper(kind, OLD))) == {(210, 297)}
    assert sizes_of(letter_paper(a_paper(LetterKind.OFFICIAL, OLD))) == {(215, 330)}


# Surat dinas and undangan


def test_the_colons_of_the_head_and_of_the_event_stand_under_each_other():
    page = pypdf.PdfReader(io.BytesIO(letter_paper(a_paper(LetterKind.INVITATION)))).pages[0]
    colons: list[float] = []

    def look(text: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        if text.strip() == ":":
            colons.append(round(matrix[4], 1))

    page.extract_text(visitor_text=look)
    assert len(colons) == 8
    assert len(set(colons[:4])) == 1 and len(set(colons[4:])) == 1


def test_the_older_layout_sets_the_addressee_beside_nomor_and_the_newer_one_below_hal():
    old = lines_of(letter_paper(a_paper(LetterKind.OFFICIAL, OLD)))
    new = lines_of(letter_paper(a_paper(LetterKind.OFFICIAL, NEW)))

    assert "Kepada" in old and "Perihal" in " ".join(old)
    assert "Kepada" not in new and "Hal" in " ".join(new).split()
    assert new.index("Yth. Kepala Dinas Kesehatan") > max(
        place for place, line in enumerate(new) if line.startswith("Hal")
    )


def test_an_addressee_is_broken_before_its_regency():
    longest = "Kepala Badan Pusat Statistik Kabupaten Pati"

    lines = lines_of(letter_paper(a_paper(LetterKind.OFFICIAL, recipients=(longest,))))

    at = next(place for place, line in enumerate(lines) if "Kepala Badan" in line)
    assert lines[at].endswith("Kepala Badan Pusat Statistik")
    assert "Kabupaten Pati" in lines


def test_the_attachment_line_counts_in_figures_and_words():
    def line(**fields: object) -> str:
        told = " ".join(lines_of(letter_paper(a_paper(LetterKind.OFFICIAL, NEW, **fields))))
        return told.split("Lampiran :")[1].split("Hal")[0].strip()

    assert line() == "-"
    assert line(attachment_count=2, attachment_unit="lembar") == "2 (dua) lembar"
    assert line(attachments=(Attachment(title="Jadwal"),)) == "1 (satu) berkas"


def test_a_number_too_long_to_stand_beside_the_addressee_stands_above_it():
    number = "000.8.3.3/1500/BAG.UMUM/PEMERINTAHAN/II/2020"

    lines = lines_of(letter_paper(a_paper(LetterKind.OFFICIAL, OLD, number=number)))

    assert number in " ".join(lines)


# Lampiran


def test_a_list_of_addressees_is_a_lampiran_signed_again():
    offices = tuple(f"Kepala Dinas {n}" for n in range(1, 44))
    content = a_paper(LetterKind.INVITATION, recipients=("Daftar Terlampir",), listed=offices)

    first, second, *rest = pages_of(letter_paper(content))

    assert "Yth. Daftar Terlampir" in first
    assert second.splitlines()[0].strip() == "- 2 -"
    assert "Lampiran Surat Undangan" in second and "DAFTAR UNDANGAN" in second
    assert "43." in " ".join((second, *rest))
    assert "Drs. H. BAMBANG PRASOJO" in (second, *rest)[-1]


def test_several_lampiran_have_roman_numerals_and_each_its_own_page_and_signature():
    content = a_paper(
        LetterKind.CIRCULAR,
        attachments=(Attachment(title="Jadwal", body="Isi."), Attachment(title="Susunan")),
    )

    pages = pages_of(letter_paper(content))

    assert ["Lampiran I Surat Edaran" in page for page in pages] == [False, True, False]
    assert ["Lampiran II Surat Edaran" in page for page in pages] == [False, False, True]
    assert all("BAMBANG PRASOJO" in page for page in pages)
    assert "005/12/2020" in pages[1] and "13 Februari 2020" in pages[1]


# Surat tugas


def test_a_person_without_nip_is_named_with_the_position_only():
    lines = " ".join(lines_of(letter_paper(a_paper(LetterKind.ASSIGNMENT, assignees=(MITRA,)))))

    assert "Sulistyo Hadi" in lines and "Mitra BPS" in lines
    assert "pangkat" not in lines


@pytest.mark.parametrize(("many", "pages", "head"), [(3, 1, "nama"), (4, 1, "No."), (11, 2, "No.")])
def test_few_people_stand_one_by_one_more_in_a_table_many_on_a_lampiran(many, pages, head):
    told = pages_of(letter_paper(a_paper(LetterKind.ASSIGNMENT, assignees=(RINA,) * many)))

    assert len(told) == pages
    assert head in told[-1]
    assert " ".join(told).count("Rina Puspitasari") == many


def test_the_older_rule_commands_and_the_newer_one_assigns():
    old, new = (lines_of(letter_paper(a_paper(LetterKind.ASSIGNMENT, on))) for on in (OLD, NEW))

    assert {"SURAT PERINTAH TUGAS", "MEMERINTAHKAN:"} <= set(old)
    assert {"SURAT TUGAS", "MENUGASKAN:"} <= set(new)


@pytest.mark.parametrize(("on", "called"), [(OLD, "Surat Perintah Tugas"), (NEW, "Surat Tugas")])
def test_the_lampiran_of_people_calls_the_letter_as_its_head_does(on, called):
    content = a_paper(LetterKind.ASSIGNMENT, on, assignees=(RINA,) * 11)

    first, second = pages_of(letter_paper(content))

    assert f"tercantum dalam Lampiran {called.lower()} ini." in " ".join(first.split())
    assert f"Lampiran {called}" in second.splitlines()


def test_a_body_without_headings_is_what_people_are_sent_for():
    lines = lines_of(letter_paper(a_paper(LetterKind.ASSIGNMENT, body="mendampingi OPD.")))

    assert not any(line.startswith("Dasar") for line in lines)
    assert any("mendampingi OPD." in line for line in lines)


# Notula, laporan, berita acara


def test_a_notula_has_no_number_and_cites_the_invitation():
    lines = lines_of(letter_paper(a_paper(LetterKind.NOTULA, number="")))

    assert "NOTULA" in lines
    assert not any(line.startswith("NOMOR") for line in lines)
    assert "Nomor 005/12/2020 tanggal 13 Februari 2020" in " ".join(lines)
    assert "pukul 09.00 WIB s.d. 11.30 WIB" in " ".join(lines)


def test_many_participants_stand_on_the_attendance_sheet():
    crowd = replace(MEETING, participants=tuple(f"Camat {n}" for n in range(16)))

    text = " ".join(lines_of(letter_paper(a_paper(LetterKind.NOTULA, event=crowd))))

    assert "daftar hadir terlampir" in text and "Camat 3" not in text


@pytest.mark.parametrize("kind", [LetterKind.NOTULA, LetterKind.REPORT])
def test_several_people_of_one_part_stand_under_one_label(kind):
    people = (("Ketua", "Bambang"), ("Narasumber", "Rina, S.ST."), ("Narasumber", "Satrio"))

    paper = letter_paper(a_paper(kind, event=replace(MEETING, people=people)))

    text = " ".join(lines_of(paper))
    assert text.count("Narasumber") == 1
    assert "Rina, S.ST." in text and "Satrio" in text


def test_a_report_sets_the_facts_and_figures_of_what_was_held():
    text = " ".join(lines_of(letter_paper(a_paper(LetterKind.REPORT))))

    assert "Kamis, 20 Februari 2020" in text and "30 orang" in text
    assert "40 30 75" in text
    assert "[kegiatan]" not in text


def test_the_second_party_of_a_berita_acara_signs_left_and_the_witness_below():
    page = letter_paper(a_paper(LetterKind.MINUTES))
    lines = lines_of(page)

    both = [line for line in lines if "PIHAK KEDUA," in line]
    assert both == ["PIHAK KEDUA,"] or both[0].index("KEDUA") < both[0].index("PERTAMA")
    assert "Mengetahui," in lines
    assert "tiga belas bulan Februari tahun dua ribu dua puluh (13-02-2020)" in " ".join(lines)


def test_the_parties_of_a_berita_acara_end_as_a_list_does():
    text = " ".join(lines_of(letter_paper(a_paper(LetterKind.MINUTES))))

    assert "disebut PIHAK PERTAMA ;" in text.replace(";", " ;").replace("  ;", " ;")
    assert "disebut PIHAK KEDUA." in text.replace(" .", ".")


def test_with_one_other_party_who_signs_is_the_first():
    lines = lines_of(letter_paper(a_paper(LetterKind.MINUTES, assignees=(MITRA,))))

    assert "Mengetahui," not in lines
    assert " ".join(lines).index("Bambang Prasojo") < " ".join(lines).index("Sulistyo Hadi")


# Surat pengantar and tanda terima


def test_the_receiver_leaves_post_name_pangkat_and_nip_to_the_pen():
    lines = lines_of(letter_paper(a_paper(LetterKind.COVER)))

    blank = [line for line in lines if line.startswith(("...", "Pangkat ...", "NIP ..."))]
    assert [line.split()[0].strip(".,") for line in blank] == ["", "", "Pangkat", "NIP"]
    assert blank[0].endswith(",")
    assert any(line.startswith("Diterima tanggal ...") for line in lines)


def test_a_receipt_has_no_number_and_one_page_an_office():
    copies = [Copy(recipients=(f"Kepala Dinas {n}",)) for n in "AB"]

    pages = pages_of(receipts(a_paper(LetterKind.COVER, number=""), copies))

    assert len(pages) == 2
    assert all("TANDA TERIMA" in page and "NOMOR" not in page for page in pages)
    assert "Kepala Dinas B" in pages[1]


# Tembusan

MANY_COPIES = (
    "Gubernur Jawa Tengah",
    *(f"Kepala Dinas Nomor {n}" for n in range(1, 9)),
    "Camat Pati.",
)


@pytest.mark.parametrize("kind", [LetterKind.CIRCULAR, LetterKind.OFFICIAL])
def test_copies_end_with_semicolons_and_the_last_with_a_full_stop(kind):
    lines = lines_of(letter_paper(a_paper(kind, copy_to=("Gubernur;", "Camat"))))

    assert lines[-2:] == ["1. Gubernur;", "2. Camat."]


def test_a_single_copy_has_neither_number_nor_full_stop():
    lines = lines_of(letter_paper(a_paper(LetterKind.OFFICIAL, copy_to=("Bupati Pati",))))

    assert lines[-2:] == ["Tembusan :", "Bupati Pati"]


def test_many_copies_stand_under_each_other_whatever_the_digits_of_their_numbers():
    paper = letter_paper(a_paper(LetterKind.OFFICIAL, copy_to=MANY_COPIES))

    lefts = [place_of(paper, words)[0] for words in ("Gubernur", "Kepala Dinas Nomor 8", "Camat P")]
    assert max(lefts) - min(lefts) < 1.5  # of the letters' own white
    assert "10. Camat Pati." in lines_of(paper)


@pytest.mark.parametrize("on", [OLD, NEW])
def test_white_stands_above_the_copies_however_many_they_are(on):
    """Long lists flow on their own; they once stuck to the NIP."""
    content = a_paper(LetterKind.OFFICIAL, on, copy_to=MANY_COPIES + MANY_COPIES[:5])
    paper = letter_paper(content)

    apart = place_of(paper, "NIP")[1] - place_of(paper, "Tembusan")[1]
    assert apart > content.profile.body_leading_pt * 1.5


# TTE


@pytest.mark.parametrize("on", [OLD, NEW])
def test_a_tte_letter_keeps_4_cm_at_its_foot_and_the_box_free_but_for_the_anchor(on):
    content = a_paper(LetterKind.OFFICIAL, on, electronic=True, archive=MARK)
    pdf = letter_paper(content)
    picture = picture_of(pdf, 0, 4)

    foot = picture.crop((0, picture.height - 160, picture.width, picture.height))
    assert foot.getextrema()[0] == 255
    assert "".join(pages_of(pdf)).count("~") == 1


def test_a_tte_letter_with_the_anchor_in_its_text_is_refused():
    with pytest.raises(AnchorTaken, match="Isi memuat tanda ~"):
        letter_paper(a_paper(LetterKind.OFFICIAL, electronic=True, body="Kira-kira ~10 orang."))


def test_a_letter_for_the_pen_has_no_anchor():
    assert "~" not in "".join(pages_of(letter_paper(a_paper(LetterKind.OFFICIAL))))


# Kode arsip


@pytest.mark.parametrize("electronic", [False, True])
def test_the_archive_code_is_read_back_from_the_printed_page(electronic):
    content = a_paper(LetterKind.OFFICIAL, archive=MARK, electronic=electronic)
    pdf = letter_paper(content)

    found = [code.text for code in zxingcpp.read_barcodes(picture_of(pdf, 0, 200 / 25.4))]

    assert found == [MARK.qr]
    assert MARK.code in pages_of(pdf)[0]
    assert "bukan tanda tangan" in pages_of(pdf)[0]


def test_the_archive_mark_stands_on_the_first_page_only():
    body = "\n\n".join(["Kalimat panjang. " * 40] * 8)

    pages = pages_of(letter_paper(a_paper(LetterKind.OFFICIAL, archive=MARK, body=body)))

    assert len(pages) > 1
    assert [MARK.code in page for page in pages] == [True] + [False] * (len(pages) - 1)


# Copies


@pytest.mark.parametrize("kind", [LetterKind.INVITATION, LetterKind.COVER, LetterKind.CIRCULAR])
@pytest.mark.parametrize("on", [OLD, NEW])
def test_a_copy_looks_like_a_letter_of_its_own(kind, on):
    content = a_paper(kind, on, archive=MARK)
    copies = [Copy(recipients=(f"Kepala {n}",), recipients_at="Pati") for n in ("Dinas", "Badan")]

    both = print_copies(FORMS[kind], content, copies)
    (_first, alone) = print_apart(FORMS[kind], content, copies)

    difference = ImageChops.difference(picture_of(both, 1, 4), picture_of(alone, 0, 4))
    assert difference.getextrema()[1] < 40


def test_the_addressees_own_fields_stand_in_lampiran_and_aligned_lines_too():
    content = a_paper(
        LetterKind.INVITATION,
        body="pokok : satu\nunit : {opd}\n\n| a | b |\n|---|---|\n| {opd} | 2 |",
        attachments=(Attachment(title="Daftar", body="Untuk {opd}."),),
    )
    copies = [Copy(recipients=("A",), values={"opd": f"Dinas {n}"}) for n in ("Satu", "Dua")]

    pages = pages_of(print_copies(FORMS[content.kind], content, copies))

    assert [page.count("Dinas Satu") for page in pages] == [2, 1, 0, 0]
    assert [page.count("Dinas Dua") for page in pages] == [0, 0, 2, 1]


def test_printing_stops_when_told_and_gives_nothing():
    copies = [Copy(recipients=("A",))] * 5
    told: list[int] = []

    def step(done: int) -> bool:
        told.append(done)
        return done < 3

    assert (
        print_copies(FORMS[LetterKind.CIRCULAR], a_paper(LetterKind.CIRCULAR), copies, step) == b""
    )
    assert told == [1, 2, 3]


# What does not fit


def test_an_emoji_in_a_list_is_refused_by_field():
    with pytest.raises(MissingGlyph, match="Daftar barang"):
        letter_paper(a_paper(LetterKind.COVER, items=(CoverItem(what="Rekap 😀"),)))


def test_a_name_wider_than_the_line_is_refused_by_field():
    with pytest.raises(DoesNotFit, match="nama"):
        letter_paper(a_paper(LetterKind.ASSIGNMENT, assignees=(Assignee(name="x" * 120),)))


def test_the_regents_kop_goes_with_any_kind():
    content = a_paper(LetterKind.OFFICIAL, letterhead=regent_kop)

    assert lines_of(letter_paper(content))[0] == "BUPATI PATI"


# One sheet less


def a_text_of(paragraphs: int, **fields: object) -> LetterContent:
    words = "Isi surat yang cukup panjang untuk memenuhi dua baris penuh pada kertas ini. " * 2
    body = "\n\n".join([words] * paragraphs)
    return a_paper(LetterKind.OFFICIAL, NEW, body=body, **fields)


def page_counts(paragraphs: int) -> tuple[int, int]:
    """Pages as the layout is, and as it would be were lines never set closer."""
    content = a_text_of(paragraphs)
    fixed = replace(content, profile=replace(content.profile, body_leading_least_pt=0))
    return tuple(len(pages_of(letter_paper(one))) for one in (content, fixed))


def leading_of(paper: bytes, page: int = 0) -> float:
    """The distance of Sifat and Lampiran, two lines of the head."""
    return place_of(paper, "Sifat", page)[1] - place_of(paper, "Lampiran", page)[1]


def test_a_letter_just_over_its_sheet_is_set_closer_and_never_longer():
    counts = [page_counts(paragraphs) for paragraphs in range(5, 14)]

    assert (1, 2) in counts
    assert all(closer <= fixed for closer, fixed in counts)


def test_lines_stay_apart_where_closer_ones_save_no_sheet():
    for paragraphs in range(5, 14):
        closer, fixed = page_counts(paragraphs)
        leading = leading_of(letter_paper(a_text_of(paragraphs)))
        assert (leading > 15.5) is (closer == fixed), paragraphs
        assert leading > 13.5


def test_all_copies_are_set_as_the_letter_is():
    paragraphs = next(n for n in range(5, 14) if page_counts(n) == (1, 2))
    content = a_text_of(paragraphs)
    copies = [Copy(recipients=(f"Kepala Dinas {n}",), recipients_at="Pati") for n in "AB"]

    both = print_copies(FORMS[LetterKind.OFFICIAL], content, copies)

    assert len(pages_of(both)) == 2
    assert leading_of(both, 1) == pytest.approx(leading_of(letter_paper(content)), abs=0.1)
