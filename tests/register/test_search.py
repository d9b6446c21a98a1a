from hypothesis import given
from hypothesis import strategies as st

from census_desk.search import Haystack, haystack_of

texts = st.text("abAB \n", max_size=8)
keys = st.integers(0, 12)


def naive(known, query):
    words = query.lower().split()
    return [k for k, text in known.items() if all(word in text.lower() for word in words)]


def test_every_word_must_occur_in_any_order_and_case():
    hay = Haystack({1: "Ahmad Hidayat Dinas Sosial", 2: "Siti Hidayati Setda", 3: "Budi Setda"})

    assert hay.find("hidayat") == [1, 2]
    assert hay.find("SETDA hidayat") == [2]
    assert hay.find("tidak ada") == []
    assert hay.find("  ") == [1, 2, 3]
    assert hay.find("a", limit=1) == [1]


def test_a_hit_never_spans_two_records():
    assert Haystack({1: "ab", 2: "cd"}).find("bc") == []
    assert Haystack({1: "a\nb"}).find("a b") == [1]


def test_a_changed_text_keeps_its_place_and_a_removed_one_is_gone():
    hay = Haystack({1: "satu", 2: "dua", 3: "tiga"})

    hay.update({2: "satu lagi", 4: "satu baru"}, gone=[3])

    assert hay.find("satu") == [1, 2, 4]
    assert hay.find("dua") == hay.find("tiga") == []
    assert len(hay) == 3


def test_records_are_searched_by_what_a_function_tells_of_them():
    hay = haystack_of(["Dinas A", "Dinas B"], key=lambda r: r[-1], text=lambda r: r)

    assert hay.find("dinas b") == ["B"]


@given(
    st.dictionaries(keys, texts, max_size=12),
    st.lists(st.tuples(st.dictionaries(keys, texts, max_size=3), st.lists(keys, max_size=2))),
    st.text("ab ", max_size=4),
)
def test_after_any_changes_the_finds_are_those_of_a_plain_loop(first, changes, query):
    hay, known = Haystack(first), dict(first)
    for new, gone in changes:
        hay.update(new, gone)
        for key in gone:
            known.pop(key, None)
        known.update(new)

        assert hay.find(query) == naive({k: v.replace("\n", " ") for k, v in known.items()}, query)


def test_many_changes_are_built_in_without_being_seen():
    hay = Haystack({n: f"nomor {n}" for n in range(1000)})

    for n in range(1000):
        hay.update({n: f"angka {n}"})

    assert len(hay.find("angka")) == 1000
    assert hay.find("nomor") == []
