from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.register.codec import Codec, Unreadable, from_bytes, to_bytes
from census_desk.register.errors import BadDocument
from tests.register.conftest import Office

ID = "0000000000001"


class Colour(StrEnum):
    RED = "merah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    name: str
    price: Decimal = Decimal("0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    id: str
    text: str
    count: int
    share: float
    flag: bool
    on: date
    at: time
    moment: datetime
    colour: Colour
    maybe: int | None
    items: tuple[Item, ...]
    pair: tuple[str, int]
    pairs: tuple[tuple[str, str], ...] = ()


everything = st.builds(
    Everything,
    id=st.just(ID),
    text=st.text(st.characters(exclude_categories=("Cs",))),
    count=st.integers(-(1 << 53), 1 << 53),
    share=st.floats(allow_nan=False, allow_infinity=False),
    flag=st.booleans(),
    on=st.dates(),
    at=st.times(),
    moment=st.datetimes(),
    colour=st.sampled_from(Colour),
    maybe=st.none() | st.integers(0, 9),
    items=st.lists(st.builds(Item, name=st.text("abc"), price=st.decimals(0, 9, places=2))).map(
        tuple
    ),
    pair=st.tuples(st.text("xyz"), st.integers(0, 9)),
    pairs=st.lists(st.tuples(st.text("ab"), st.text("cd"))).map(tuple),
)


@given(everything)
def test_a_record_comes_back_from_its_bytes_as_it_was(record):
    codec = Codec(Everything)

    again = codec.decode(1, from_bytes(to_bytes(codec.encode(record))))

    assert again == record


@pytest.mark.parametrize(
    "change",
    [
        {"text": 5},
        {"count": "5"},
        {"count": True},
        {"count": 1.5},
        {"flag": 1},
        {"on": "kemarin"},
        {"on": 20200213},
        {"colour": "biru"},
        {"items": {"name": "x"}},
        {"items": ["x"]},
        {"items": [{"price": "1"}]},
        {"items": [{"name": "x", "price": "mahal"}]},
        {"pair": ["a"]},
        {"maybe": "1"},
        {"share": "banyak"},
    ],
)
def test_a_document_of_another_shape_is_unreadable_and_never_guessed(change):
    codec = Codec(Everything)
    document = codec.encode(_one())

    with pytest.raises(Unreadable):
        codec.decode(1, document | change)


def test_a_missing_field_takes_its_default_and_without_one_is_unreadable():
    codec = Codec(Office)

    assert codec.decode(1, {"name": "Dinas"}).head_count == 0
    with pytest.raises(Unreadable, match="name is missing"):
        codec.decode(1, {"head_count": 3})


def test_a_document_that_breaks_the_rules_of_its_record_is_unreadable():
    with pytest.raises(Unreadable, match="Nama OPD wajib diisi"):
        Codec(Office).decode(1, {"name": ""})


def test_keys_of_a_later_version_are_told_apart():
    assert Codec(Office).unknown({"name": "Dinas", "fax": "1"}) == {"fax": "1"}


def test_equal_documents_have_equal_bytes_whatever_the_order_of_their_keys():
    assert to_bytes({"a": 1, "b": 2}) == to_bytes({"b": 2, "a": 1})


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), [float("nan")], {"x": float("-inf")}, "\ud800", {1, 2}, 1 << 70],
)
def test_what_json_cannot_hold_is_refused_and_not_turned_into_something_else(value):
    with pytest.raises(BadDocument):
        to_bytes({"value": value, "empty": None})


def test_a_type_without_a_way_to_save_it_is_found_when_the_plan_is_made():
    @dataclass(frozen=True)
    class Odd:
        id: str
        thing: set

    with pytest.raises(TypeError, match="no way to save"):
        Codec(Odd)


def _one() -> Everything:
    return Everything(
        id=ID,
        text="a",
        count=1,
        share=0.5,
        flag=True,
        on=date(2020, 2, 13),
        at=time(9),
        moment=datetime(2020, 2, 13, 9),
        colour=Colour.RED,
        maybe=None,
        items=(Item(name="x"),),
        pair=("a", 1),
    )
