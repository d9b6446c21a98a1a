"""Dasar: a letter rests only on rules that were there before it."""

from datetime import date

import pytest

from census_desk.letters.grounds import grounds, grounds_on, listing, too_young, with_grounds
from tests.census_desk.builders import DAY

BEFORE_CIRCULAR = date(2020, 2, 28)
AFTER_CIRCULAR = date(2020, 3, 2)


def names(day):
    return [one.id for one in grounds_on(day)]


def test_the_circular_of_the_minister_is_no_ground_on_its_own_day_but_on_the_next():
    assert "se-menpanrb-49-2020" not in names(DAY)
    assert "se-menpanrb-49-2020" not in names(BEFORE_CIRCULAR)
    assert "se-menpanrb-49-2020" in names(AFTER_CIRCULAR)


def test_a_circular_for_one_census_is_no_ground_for_the_next():
    assert "se-menpanrb-49-2020" not in names(date(2026, 2, 13))
    assert "uu-27-2022" in names(date(2026, 2, 13))


def test_grounds_stand_from_the_highest_down():
    ranks = ("Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Surat Edaran")
    first = [one.cited for one in grounds() if one.dated_on < AFTER_CIRCULAR]

    assert [text.startswith(rank) for text, rank in zip(first, ranks, strict=True)] == [True] * 4


@pytest.mark.parametrize("one", grounds(), ids=lambda one: one.id)
def test_a_ground_is_known_by_words_of_its_own_title(one):
    assert one.known_by in one.cited
    assert [other.id for other in grounds() if one.known_by in other.cited] == [one.id]


def test_a_marker_in_a_list_becomes_one_item_for_each_ground():
    text = with_grounds("4. **Dasar**\n   a. [dasar]\n5. Isi", DAY)

    assert text.split("\n") == [
        "4. **Dasar**",
        "   a. Undang-Undang Nomor 16 Tahun 1997 tentang Statistik;",
        "   b. Peraturan Pemerintah Nomor 51 Tahun 1999 tentang Penyelenggaraan Statistik; dan",
        "   c. Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.",
        "5. Isi",
    ]


def test_a_numbered_list_goes_on_where_it_was():
    text = with_grounds("1. Surat Bupati;\n2. [dasar]", DAY)

    assert [line[:3] for line in text.split("\n")] == ["1. ", "2. ", "3. ", "4. "]


def test_in_a_sentence_the_grounds_are_joined():
    text = with_grounds("Berdasarkan [dasar], dengan ini", DAY)

    assert text.startswith("Berdasarkan Undang-Undang Nomor 16 Tahun 1997 tentang Statistik, ")
    assert text.endswith(", dan Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data "
                         "Indonesia, dengan ini")  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "said"),
    [((), ""), (("A",), "A"), (("A", "B"), "A dan B"), (("A", "B", "C"), "A, B, dan C")],
)
def test_a_listing_reads_as_a_sentence_does(parts, said):
    assert listing(parts) == said


def test_a_text_that_cites_a_younger_rule_is_found_out():
    text = "Dasar: SE MenPANRB Nomor 49 Tahun 2020 dan Undang-Undang Nomor 16 Tahun 1997."

    assert [one.id for one in too_young(text, DAY)] == ["se-menpanrb-49-2020"]
    assert too_young(text, AFTER_CIRCULAR) == ()
