"""Surat edaran: both layouts line by line, on as many pages as it takes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from census_desk.letters.profile import profile_on
from reports.errors import BadPicture, DoesNotFit, MissingGlyph, UnknownFont
from reports.fonts import width
from reports.layout import page_of
from reports.letterhead import page_kop
from reports.letters.circular import circular, circular_copies
from reports.letters.content import Copy
from tests.reports.papers import (
    NEW,
    OLD,
    a_circular,
    compare_with_accepted,
    fonts_of,
    lines_of,
    pages_of,
    picture_of,
    secretary,
    setda_kop,
    sizes_of,
)


def test_the_2020_form_reads_as_accepted(request):
    compare_with_accepted(circular(a_circular()), "edaran-2020", request)


def test_the_2026_form_reads_as_accepted(request):
    letter = a_circular(NEW, letterhead=setda_kop, signatory=secretary, on_behalf_of="BUPATI PATI")

    compare_with_accepted(circular(letter), "edaran-2026", request)


def test_a_2020_letter_is_f4_and_a_2026_letter_a4():
    assert sizes_of(circular(a_circular(OLD))) == {(215, 330)}
    assert sizes_of(circular(a_circular(NEW))) == {(210, 297)}


def test_the_old_form_has_the_date_at_its_head_and_the_new_one_at_its_foot():
    old, new = lines_of(circular(a_circular(OLD))), lines_of(circular(a_circular(NEW)))

    assert old.index("Pati, 13 Februari 2020") < old.index("SURAT EDARAN")
    assert new.index("SURAT EDARAN") < new.index("Ditetapkan di Pati")
    assert new[new.index("Ditetapkan di Pati") + 1] == "pada tanggal 13 Februari 2026"


def test_a_circular_has_no_lines_of_an_ordinary_letter():
    text = "\n".join(pages_of(circular(a_circular())))

    for word in ("Sifat", "Lampiran", "Hal :", "Perihal"):
        assert word not in text


def test_a_letter_without_number_keeps_its_place():
    assert "NOMOR : …" in lines_of(circular(a_circular(number="")))


def test_nothing_prints_a_signature_or_says_it_was_signed_electronically():
    text = " ".join(pages_of(circular(a_circular(NEW)))).casefold()

    assert "ditandatangani" not in text and "elektronik" not in text


def test_the_same_letter_gives_the_same_bytes():
    first = circular(a_circular())
    circular(a_circular(NEW))

    assert circular(a_circular()) == first


@pytest.mark.parametrize("on", [OLD, NEW])
def test_every_font_is_embedded_and_helvetica_is_not_named(on):
    fonts = fonts_of(circular(a_circular(on)))

    assert fonts and all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_a_2026_circular_is_set_in_bonum_as_directives_are():
    assert any("Bonum" in name for name in fonts_of(circular(a_circular(NEW))))


def test_kop_only_on_page_1_and_page_numbers_from_page_2():
    body = "\n\n".join("Kalimat yang cukup panjang untuk beberapa baris. " * 8 for _ in range(14))

    pages = pages_of(circular(a_circular(body=body)))

    assert len(pages) >= 2
    assert "- 1 -" not in pages[0] and "- 2 -" in pages[1]
    assert [("BUPATI PATI" in page.splitlines()[:3]) for page in pages[1:]] == [False] * (
        len(pages) - 1
    )


@settings(max_examples=25)
@given(paragraphs=st.integers(1, 24), words=st.integers(3, 90), on=st.sampled_from([OLD, NEW]))
def test_a_signature_never_stands_on_a_page_without_two_lines_of_text(paragraphs, words, on):
    body = "\n\n".join(f"{'kata ' * words}selesai." for _ in range(paragraphs))

    last = pages_of(circular(a_circular(on, body=body, copy_to=())))[-1].splitlines()

    text = [line for line in last if "kata" in line or "selesai" in line]
    assert "Plt. BUPATI PATI" in last
    assert len(text) >= min(2, 1 + (words > 16))


@given(paragraphs=st.integers(1, 24), words=st.integers(1, 60))
@settings(max_examples=15)
def test_no_word_of_a_long_body_is_lost(paragraphs, words):
    body = "\n\n".join(f"{'kata ' * words}tutup." for _ in range(paragraphs))

    text = " ".join(pages_of(circular(a_circular(body=body))))

    assert text.count("kata") == paragraphs * words
    assert text.count("tutup.") == paragraphs


def test_a_longer_subject_keeps_every_word_in_capitals():
    subject = "Partisipasi Aparatur Sipil Negara dan Perangkat Desa " * 5

    lines = " ".join(lines_of(circular(a_circular(subject=subject.strip()))))

    assert subject.upper().strip() in lines


def test_a_subject_word_wider_than_the_page_is_refused_by_field():
    with pytest.raises(DoesNotFit, match="Tentang"):
        circular(a_circular(subject="x" * 120))


def test_an_emoji_in_the_body_is_refused_by_field():
    with pytest.raises(MissingGlyph, match="Isi memuat tanda"):
        circular(a_circular(body="Selamat 😀"))


def test_markup_in_every_field_prints_as_typed():
    text = "<b>A & B</b>"
    letter = a_circular(place=text, number=text, recipients=(text,), copy_to=(text,), body=text)

    assert " ".join(pages_of(circular(letter))).count(text) == 5


def test_a_kop_too_long_even_in_smaller_type_is_refused():
    kop = replace(setda_kop, office_lines=("NAMA KANTOR YANG PANJANG SEKALI " * 6,))

    with pytest.raises(DoesNotFit, match="Kop"):
        circular(a_circular(letterhead=kop))


LONGEST_OFFICE = (
    "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK,",
    "PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
)


def planned_kop(*office_lines):
    profile = profile_on(OLD)
    return page_kop(profile, page_of(profile), replace(setda_kop, office_lines=office_lines), "")


def test_a_long_office_name_takes_more_lines_before_it_gets_smaller():
    """In two lines the longest name of Kudus would shrink the address to 6 points."""
    kop = planned_kop(*LONGEST_OFFICE)
    sizes = [line.size for line, _centre, _baseline in kop.lines]

    assert [line.text for line, _centre, _baseline in kop.lines[1:4]] == [
        "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN,",
        "PERLINDUNGAN ANAK, PENGENDALIAN",
        "PENDUDUK DAN KELUARGA BERENCANA",
    ]
    assert sizes[-1] >= 8
    assert sizes[0] / sizes[1] == pytest.approx(14 / 18)


def test_an_office_name_that_fits_keeps_the_lines_it_was_typed_in():
    kop = planned_kop("DINAS KOMUNIKASI", "DAN INFORMATIKA")

    assert [(line.text, line.size) for line, _centre, _baseline in kop.lines[1:3]] == [
        ("DINAS KOMUNIKASI", 18),
        ("DAN INFORMATIKA", 18),
    ]


def test_the_kop_stays_between_the_margins():
    kop = planned_kop(*LONGEST_OFFICE)
    page = page_of(profile_on(OLD))

    for line, centre, _baseline in kop.lines:
        half = width(line.text, line.face, line.size) / 2
        assert kop.picture_box[0] + kop.picture_box[2] < centre - half
        assert centre + half <= page.right + 0.01


def test_a_broken_emblem_is_a_sentence_naming_the_kop():
    with pytest.raises(BadPicture, match="Gambar Kop Setda tidak dapat dipakai"):
        circular(a_circular(letterhead=setda_kop, emblem="aGFsbw=="))


def test_an_unknown_font_of_a_profile_is_a_sentence():
    profile = replace(profile_on(OLD), circular_font="Comic Sans")

    with pytest.raises(UnknownFont, match="Comic Sans"):
        circular(a_circular(profile=profile))


def test_addressees_are_numbered_and_what_goes_on_is_not():
    lines = lines_of(circular(a_circular()))

    at = lines.index("Kepada")
    told = " ".join(lines[at : lines.index("SURAT EDARAN")])
    assert told == ("Kepada Yth. 1. Kepala Perangkat Daerah; 2. Camat se-Kabupaten Pati di – PATI")


def test_a_copy_each_has_its_own_addressee_and_the_same_text():
    copies = [Copy(recipients=(f"Kepala Dinas {n}",), recipients_at="Pati") for n in "ABC"]

    pages = pages_of(circular_copies(a_circular(), copies))

    assert len(pages) == 3
    for page, name in zip(pages, "ABC", strict=True):
        assert f"Kepala Dinas {name}" in page
        assert "857.415" in page and "SURAT EDARAN" in page
        assert "Kepala Perangkat Daerah" not in page


def test_a_copy_with_a_text_of_its_own_prints_it():
    copies = [
        Copy(recipients=("Kepala Dinas A",), values={"opd": "Dinas *A*"}),
        Copy(recipients=("Kepala Dinas B",), values={"opd": "Dinas B"}),
    ]
    letter = a_circular(body="Untuk semua.\n\nUntuk **{opd}** saja.\n\n1. {asing} tetap.")

    pages = pages_of(circular_copies(letter, copies))

    assert ["Untuk Dinas *A* saja." in page for page in pages] == [True, False]
    assert ["Untuk Dinas B saja." in page for page in pages] == [False, True]
    assert all("Untuk semua." in page and "{asing} tetap." in page for page in pages)


def test_copies_share_what_they_have_in_common():
    one = len(circular_copies(a_circular(), [Copy(recipients=("Kepala Dinas",))] * 2))
    many = len(circular_copies(a_circular(), [Copy(recipients=("Kepala Dinas",))] * 42))

    assert (many - one) / 40 < 1_500


def test_a_copy_looks_like_the_letter_to_all():
    letter = a_circular(recipients=("Kepala Dinas",))
    copies = [Copy(recipients=("Kepala Dinas",), recipients_at="Pati")] * 2

    alone = picture_of(circular(letter), 0, 4)
    copy = picture_of(circular_copies(letter, copies), 1, 4)
    assert ImageChops.difference(alone, copy).getextrema()[1] < 40


def test_a_profile_with_catchwords_ends_a_page_with_the_next_pages_first_word():
    body = "\n\n".join(f"kalimat{n} " + "panjang " * 60 for n in range(20))
    letter = a_circular(body=body, profile=replace(profile_on(OLD), catchword=True))

    first, second = pages_of(circular(letter))[:2]

    opening = second.replace("- 2 -", "").split()[0]
    assert first.split()[-1] == f"{opening}..."
    assert "..." not in pages_of(circular(a_circular(body=body)))[0]
