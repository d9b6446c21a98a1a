import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.identity import ALPHABET, EPOCH_MS, Ids, from_number, is_id, new_id, to_number

numbers = st.integers(min_value=0, max_value=(1 << 63) - 1)


@given(numbers)
def test_an_id_and_its_number_are_two_forms_of_one_thing(number):
    assert to_number(from_number(number)) == number
    assert len(from_number(number)) == 13


@given(numbers, numbers)
def test_ids_sort_as_their_numbers_do(one, other):
    assert (from_number(one) < from_number(other)) == (one < other)


def test_a_later_moment_gives_a_later_id():
    assert new_id(EPOCH_MS + 2, lambda bits: 0) > new_id(EPOCH_MS + 1, lambda bits: (1 << bits) - 1)


def test_moments_outside_2020_to_2089_still_give_ids():
    assert is_id(new_id(0)) and is_id(new_id(1 << 60))


@pytest.mark.parametrize(
    "text", ["", "A", "0" * 12, "0" * 14, "U" * 13, "8" + "0" * 12, "0" * 12 + "i"]
)
def test_other_texts_are_no_ids(text):
    assert not is_id(text)
    with pytest.raises(ValueError, match="no record id"):
        to_number(text)


@pytest.mark.parametrize("number", [-1, 1 << 63])
def test_numbers_beyond_63_bits_have_no_id(number):
    with pytest.raises(ValueError, match="no record number"):
        from_number(number)


def test_ids_rise_and_never_repeat_though_the_clock_stands_or_goes_back():
    moments = iter([EPOCH_MS + 5] * 400 + [EPOCH_MS + 1] * 300 + [EPOCH_MS + 9] * 300)
    ids = Ids(clock=lambda: next(moments), random=random.Random(1).getrandbits)

    made = [ids() for _ in range(1000)]

    assert made == sorted(set(made))


def test_the_same_clock_and_random_give_the_same_ids():
    def some() -> list[str]:
        ids = Ids(clock=lambda: EPOCH_MS + 77, random=random.Random(3).getrandbits)
        return [ids() for _ in range(5)]

    assert some() == some()


def test_the_alphabet_has_no_letters_that_are_misread():
    assert not set("ILOU") & set(ALPHABET)
