"""Semua tentang satu OPD on paper: one page where it can be, whole tables, whole names."""

from datetime import date

import pytest

from census_desk.coverage.steps import STEP_NAMES, State, Step, mark
from reports.office_page import OfficeContent, office_page
from reports.sessions.tables import Section
from reports.tables import Column
from tests.reports.papers import fonts_of, lines_of, pages_of, sizes_of

LONG = "Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB"
COLUMNS = (
    Column(title="Tanggal", share=0.2),
    Column(title="Acara", share=0.6),
    Column(title="Hadir", share=0.2, align="right"),
)


def a_section(count=2, **fields):
    filled = {
        "heading": "Sosialisasi",
        "columns": COLUMNS,
        "rows": tuple(("17/02/2020", f"Acara {n}", 1_234) for n in range(1, count + 1)),
        "empty": "Belum ada sesi.",
    }
    return Section(**(filled | fields))


def a_page(*sections, **fields):
    states = dict(zip(Step, State, strict=True))
    filled = {
        "name": "Dinas Uji",
        "short_name": "Disuji",
        "programme": "Sensus Penduduk 2020",
        "regency": "Kabupaten Pati",
        "on": date(2020, 2, 21),
        "printed": "dicetak 21 Februari 2020 oleh Setda",
        "marks": {step: mark(states[step], "51 dari 110 · 46,3 %", "x") for step in Step},
        "facts": (("Kode", "UJI"), ("Jumlah ASN", "110"), ("Alamat", "Jalan Contoh 5")),
        "sections": sections or (a_section(),),
    }
    return office_page(OfficeContent(**(filled | fields)))


def test_one_page_says_whose_it_is_where_its_steps_stand_and_of_which_day():
    (page,) = pages_of(a_page())

    text = " ".join(page.split())
    for told in (
        "Dinas Uji", "per tanggal 21 Februari 2020", "Sensus Penduduk 2020, Kabupaten Pati",
        *STEP_NAMES.values(), "51 dari 110", "Kode", "UJI", "Jalan Contoh 5",
        "Sosialisasi", "Acara 2", "1.234", "halaman 1 dari 1", "dicetak 21 Februari 2020",
    ):  # fmt: skip
        assert told in text


def test_it_is_an_a4_page():
    assert sizes_of(a_page()) == {(210, 297)}


def test_a_long_table_flows_on_with_its_head_repeated():
    pages = pages_of(a_page(a_section(120)))

    assert len(pages) > 1
    assert all("Acara" in page and f"dari {len(pages)}" in page for page in pages)
    assert sum(page.count("17/02/2020") for page in pages) == 120


def test_where_there_is_nothing_one_sentence_says_so():
    assert "Sosialisasi: Belum ada sesi." in lines_of(a_page(a_section(0)))


def test_a_long_name_is_told_whole():
    assert LONG in " ".join(" ".join(lines_of(a_page(name=LONG))).split())


@pytest.mark.parametrize("text", ["<b>Andi & Ani</b>", "{subject} %s"])
def test_what_people_typed_is_printed_as_typed(text):
    rows = (("17/02/2020", text, 1),)

    assert text in " ".join(" ".join(lines_of(a_page(a_section(rows=rows)))).split())


def test_the_same_page_gives_the_same_bytes_and_embeds_its_fonts():
    assert a_page() == a_page()
    assert all(fonts_of(a_page()).values())
