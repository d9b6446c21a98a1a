"""The coverage board on paper: nothing falls off, counts are of its rows, no state by colour."""

import io
import re
from datetime import date

import pypdf
import pypdfium2
import pytest

from census_desk.coverage.rows import CoverageRow, RowKind, head_counts
from census_desk.coverage.steps import STATE_NAMES, STEP_NAMES, State, Step, mark
from reports.coverage.board import BoardContent, BoardSheet, coverage_board
from reports.coverage.measures import measures_of
from reports.coverage.signs import LOOKS
from reports.errors import MissingGlyph
from tests.reports.papers import fonts_of, lines_of, pages_of, place_of, sizes_of

DAY = date(2020, 2, 21)
LONG = "Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB"
TOLD = {
    State.DONE: "diterima 17/02",
    State.PARTLY: "1.238 dari 1.445 · 85,6 %",
    State.UNDER_WAY: "undangan belum dikirim",
    State.LATE: "terkirim 14/02",
    State.MISSING: "belum diundang",
    State.NOT_NEEDED: "tanpa kendala",
}
POINTS_A_MM = 72 / 25.4


def a_row(key="office:1", kind=RowKind.OFFICE, name="Dinas Uji", states=None, **fields):
    states = states or dict(zip(Step, State, strict=True))
    filled = {
        "key": key,
        "kind": kind,
        "name": name,
        "short_name": name,
        "marks": {step: mark(states[step], TOLD[states[step]], "letters") for step in Step},
    }
    return CoverageRow(**(filled | fields))


def offices(count):
    return tuple(a_row(f"office:{n}", name=f"Dinas Nomor {n}") for n in range(1, count + 1))


def areas(districts, villages):
    for place in range(1, districts + 1):
        key = f"district:33.19.{place:02}"
        yield a_row(key, RowKind.DISTRICT, f"Kecamatan Uji {place}")
        for n in range(1, villages + 1):
            village = f"village:33.19.{place:02}.{2000 + n}"
            yield a_row(village, RowKind.VILLAGE, f"Desa Uji {place}.{n}", parent=key)


def a_sheet(rows, **fields):
    filled = {
        "title": "Perangkat Daerah",
        "column": "Perangkat daerah",
        "rows": tuple(rows),
        "counts": ((f"{len(rows)} baris", head_counts(rows)),),
        "closing": ("43 perangkat daerah dengan 7.140 ASN.",),
    }
    return BoardSheet(**(filled | fields))


def a_board(*sheets, **fields):
    filled = {
        "programme": "Sensus Penduduk 2020",
        "regency": "Kabupaten Pati",
        "on": DAY,
        "shown": "Yang ditampilkan: semua",
        "printed": "Dicetak 21 Februari 2020 oleh Setda.",
        "sheets": sheets or (a_sheet(offices(3)),),
    }
    return coverage_board(BoardContent(**(filled | fields)))


def extent_of(pdf, page):
    """The box around all letters of a page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    boxes = [
        text.get_charbox(place)
        for place in range(text.count_chars())
        if text.get_text_range(place, 1).strip()
    ]
    document.close()
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


@pytest.mark.parametrize(("paper", "size"), [("A3", (420, 297)), ("A4", (297, 210))])
def test_the_board_lies_across_its_paper(paper, size):
    assert sizes_of(a_board(paper=paper)) == {size}


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_a_page_says_what_it_is_of_when_and_which_of_how_many(paper):
    pdf = a_board(a_sheet(offices(43)), paper=paper)

    pages = pages_of(pdf)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        for told in (
            "PAPAN CAKUPAN: Perangkat Daerah", "Sensus Penduduk 2020 · Kabupaten Pati",
            "per tanggal 21 Februari 2020", "Yang ditampilkan: semua",
            f"halaman {number} dari {len(pages)}", "Dicetak 21 Februari 2020 oleh Setda.",
            *STEP_NAMES.values(), *STATE_NAMES.values(),
        ):  # fmt: skip
            assert told in page


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("count", [1, 19, 43, 120])
def test_every_row_stands_on_some_page_once_and_none_falls_off(paper, count):
    pdf = a_board(a_sheet(offices(count)), paper=paper)

    lines = lines_of(pdf)
    found = [line for line in lines if re.fullmatch(r"\d* ?Dinas Nomor \d+", line)]
    assert len(found) == count
    measures = measures_of(paper)
    for page in range(len(pages_of(pdf))):
        left, lower, right, upper = extent_of(pdf, page)
        assert left >= measures.edge - 1 and lower >= measures.edge - measures.small
        assert right <= measures.size[0] - measures.edge + 1
        assert upper <= measures.size[1] - measures.edge + 1


def test_the_longest_name_is_told_whole():
    text = " ".join(lines_of(a_board(a_sheet([a_row(name=LONG)]))))

    assert LONG in " ".join(text.split())


def test_a_name_without_any_blank_goes_on_in_the_next_line():
    name = "Sekretariatdaerah" * 8

    assert name in "".join(lines_of(a_board(a_sheet([a_row(name=name)]))))


def test_pages_are_about_equally_full():
    pages = pages_of(a_board(a_sheet(offices(43))))

    counts = [page.count("Dinas Nomor") for page in pages]
    assert max(counts) - min(counts) <= 2


def test_a_page_that_begins_inside_a_kecamatan_names_it_again():
    pdf = a_board(a_sheet(tuple(areas(2, 40)), title="Kecamatan dan Desa", closing=()))

    pages = pages_of(pdf)
    assert len(pages) > 1
    for page in pages:
        first = page.index("Kecamatan Uji")
        assert first < page.index("Desa Uji")
    assert "(lanjutan)" in "".join(pages)


def test_no_kecamatan_stands_alone_at_the_foot_of_a_page():
    for villages in range(9, 24):
        pages = pages_of(a_board(a_sheet(tuple(areas(4, villages)), closing=())))

        for page in pages:
            assert page.rindex("Desa Uji") > page.rindex("Kecamatan Uji")


def test_the_closing_sentences_stand_with_the_last_row():
    for count in range(14, 30):
        pages = pages_of(a_board(a_sheet(offices(count))))

        assert "43 perangkat daerah dengan 7.140 ASN." in pages[-1]
        assert "Dinas Nomor" in pages[-1]


def test_a_filter_that_keeps_nothing_says_so():
    assert "Tidak ada baris yang cocok dengan saringan ini." in pages_of(a_board(a_sheet(())))[0]


def test_the_counts_under_the_headings_are_printed():
    rows = [a_row("office:1"), a_row("office:2"), a_row("office:3")]

    lines = lines_of(a_board(a_sheet(rows, closing=())))

    told = [line for line in lines if line == "3"]
    assert len(told) >= len(Step)  # each step: three rows, all in one state


@pytest.mark.parametrize("state", State)
def test_every_state_keeps_its_words_readable_in_grey(state):
    look = LOOKS[state]

    def grey(colour):
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    bright, dark = sorted((grey(look.ground), grey(look.ink)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 7


def test_no_two_states_are_drawn_alike_without_colour():
    signs = set()
    for state in State:
        states = dict.fromkeys(Step, state)
        pdf = a_board(a_sheet([a_row(states=states)], counts=(), closing=()))
        signs.add(sign_of(pdf))

    assert len(signs) == len(State)


def sign_of(pdf):
    """The sign of the first cell in black and white."""
    left, lower = place_of(pdf, STEP_NAMES[Step.LETTER])
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=2, grayscale=True).to_pil().convert("L")
    tall = document[0].get_height()
    document.close()
    x, y = round(left * 2), round((tall - lower) * 2)
    found = image.crop((x - 2, y + 12, x + 30, y + 70))
    grounds = found.tobytes()
    ground = max(set(grounds), key=grounds.count)
    return bytes(abs(pixel - ground) > 90 for pixel in grounds)


def test_names_and_cells_on_a3_are_large_enough_for_a_metre_and_a_half():
    # A letter that normal sight just reads is seen under 5 minutes of arc (Snellen): 2.2 mm at
    # 1.5 m. Capitals of the rows are half as high again and more.
    capital = measures_of("A3").words * 0.716 / POINTS_A_MM

    assert capital == pytest.approx(3.8, abs=0.05)


def test_the_printed_type_is_the_one_measured():
    pdf = a_board(a_sheet(offices(3)), paper="A3")
    sizes = set()

    def visit(text, _cm, matrix, _font, size):
        if text.strip() in ("diterima 17/02", "Dinas Nomor 1"):
            sizes.add(round(size * matrix[0], 1))

    pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)

    assert sizes == {15.0}


def test_text_is_printed_as_typed_and_a_sign_without_picture_refused_by_name():
    assert "Dinas <b>A & B" in " ".join(lines_of(a_board(a_sheet([a_row(name="Dinas <b>A & B")]))))
    with pytest.raises(MissingGlyph):
        a_board(a_sheet([a_row(name="Dinas 😀")]))


def test_every_font_is_embedded():
    fonts = fonts_of(a_board())

    assert fonts and all(fonts.values())


def test_the_same_board_gives_the_same_bytes():
    assert a_board(a_sheet(offices(30))) == a_board(a_sheet(offices(30)))
