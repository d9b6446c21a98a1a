"""Number patterns: every form an office uses, printed and read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.letters.ledger.pattern import (
    InsertForm,
    MissingParts,
    NumberParts,
    pattern_problem,
    reading_of,
    text_of,
)

DAY = date(2025, 7, 4)
PARTS = NumberParts(
    classification="400.12.4.4",
    unit="D19",
    secrecy="B",
    kind="BA",
    work_unit="18100",
    archive="PL.810",
)
# The seven forms of domain/letters.md 4, and the one of a regulation.
FORMS = {
    "{klasifikasi}/{urut}/{unit}": "400.12.4.4/15/D19",
    "{sifat}/{klasifikasi}/{urut}/{unit}": "B/400.12.4.4/15/D19",
    "{sifat}/{urut}/{klasifikasi}/{unit}/{tahun}": "B/15/400.12.4.4/D19/2025",
    "{urut}/{klasifikasi}/{tahun}": "15/400.12.4.4/2025",
    "{klasifikasi}/{urut}": "400.12.4.4/15",
    "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}": "400.12.4.4/15/D19/VII/2025",
    "{jenis}-{urut:3}/{satker}/{kode_arsip}/{tahun}": "BA-015/18100/PL.810/2025",
    "Nomor {urut} Tahun {tahun}": "Nomor 15 Tahun 2025",
    "{urut}/{bulan}/{tahun}": "15/07/2025",
}


def printed(pattern: str, sequence: int = 15, **fields: object) -> str:
    filled = {"on": DAY, "parts": PARTS}
    return text_of(pattern, sequence=sequence, **(filled | fields))


@pytest.mark.parametrize(("pattern", "text"), FORMS.items())
def test_every_form_an_office_uses_prints_as_it_is_written(pattern, text):
    assert pattern_problem(pattern) == ""
    assert printed(pattern) == text


@pytest.mark.parametrize("pattern", FORMS)
def test_what_a_pattern_prints_it_reads_back(pattern):
    reading = reading_of(printed(pattern, 15, suffix="b"), pattern)

    assert (reading.sequence, reading.suffix) == (15, "b")


def test_a_sequence_past_999_is_never_cut():
    assert printed("{jenis}-{urut:3}/{tahun}", 1000) == "BA-1000/2025"


def test_leading_zeros_are_the_books_unless_the_pattern_says_otherwise():
    assert printed("{urut}/{tahun}", 9, digits=3) == "009/2025"
    assert printed("{urut:2}/{tahun}", 9, digits=3) == "09/2025"


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (InsertForm.DOT, "400.12.4.4/12.a"),
        (InsertForm.PLAIN, "400.12.4.4/12a"),
        (InsertForm.SLASH, "400.12.4.4/12/A"),
    ],
)
def test_an_inserted_number_is_written_as_the_office_writes_it(form, text):
    assert printed("{klasifikasi}/{urut}", 12, suffix="a", insert_form=form) == text
    assert reading_of(text, "{klasifikasi}/{urut}", form).suffix == "a"


def test_parts_the_pattern_asks_for_are_named_when_they_are_missing():
    with pytest.raises(MissingParts) as refused:
        printed("{sifat}/{klasifikasi}/{urut}/{unit}", parts=NumberParts(secrecy="B"))

    assert refused.value.names == ["kode klasifikasi", "kode unit"]


@pytest.mark.parametrize("unit", ["PEM/1", "{urut}", "A\nB", "A" * 41])
def test_a_part_with_signs_no_number_has_is_refused(unit):
    with pytest.raises(MissingParts):
        printed("{urut}/{unit}", parts=NumberParts(unit=unit))


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("{klasifikasi}/{tahun}", "tepat satu kali"),
        ("{urut}/{urut}", "tepat satu kali"),
        ("{urut}/{nip}", "{nip}"),
        ("{urut/{tahun}", "kurawal"),
        ("{urut.__class__}", "kurawal"),
        ("{urut}/{tahun:2}", "hanya berlaku"),
        ("20{urut}", "menempel"),
        ("", "tepat satu kali"),
    ],
)
def test_a_pattern_that_cannot_number_is_refused_with_its_reason(pattern, says):
    assert says in pattern_problem(pattern)


def test_a_typed_number_is_read_with_blanks_and_case_aside():
    reading = reading_of(" 470 / 91 / pem / 2020 ", "{klasifikasi}/{urut}/{unit}/{tahun}")

    assert (reading.sequence, reading.classification, reading.year) == (91, "470", 2020)


def test_leading_zeros_read_as_the_same_number():
    assert reading_of("470/091", "{klasifikasi}/{urut}").sequence == 91


@pytest.mark.parametrize("text", ["470-12", "470/x/2020", "", "12", "470/12/2020/extra/more"])
def test_a_number_of_another_form_is_not_guessed(text):
    assert reading_of(text, "{klasifikasi}/{urut}/{tahun}") is None


def test_a_unit_after_the_number_is_no_inserted_letter():
    assert reading_of("470/12/OR", "{klasifikasi}/{urut}") is None


def test_a_field_that_stands_twice_must_say_the_same_twice():
    pattern = "{tahun}/{urut}/{tahun}"

    assert reading_of("2020/7/2020", pattern).sequence == 7
    assert reading_of("2020/7/2021", pattern) is None


@given(
    pattern=st.sampled_from(sorted(FORMS)),
    sequence=st.integers(1, 99_999),
    suffix=st.sampled_from(["", "a", "z", "ab"]),
    form=st.sampled_from(list(InsertForm)),
    digits=st.integers(1, 5),
)
def test_printing_and_reading_agree_for_every_number(pattern, sequence, suffix, form, digits):
    text = printed(pattern, sequence, suffix=suffix, insert_form=form, digits=digits)

    reading = reading_of(text, pattern, form)

    assert reading is not None
    assert (reading.sequence, reading.suffix) == (sequence, suffix)
