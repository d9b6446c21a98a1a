from dataclasses import replace

import pytest
from tinydb import Query, where

from census_desk.register import (
    BadDocument,
    RecordExists,
    RecordNotFound,
    StaleRecord,
)
from tests.register.conftest import CATALOGUE, Letter, Office, a_letter, an_office, opened


def test_what_is_added_is_found_by_its_id(register):
    office = an_office(register)

    assert register.offices.get(office.id) == office
    assert register.offices.find(office.id) == office
    assert register.offices.ids() == [office.id]


def test_all_answers_in_order_of_id_and_the_same_tuple_until_something_changes(register):
    late, early = register.ids(), "0000000000001"
    register.offices.add(Office(id=late, name="Z"))
    register.offices.add(Office(id=early, name="A"))

    first = register.offices.all()

    assert [office.id for office in first] == [early, late]
    assert register.offices.all() is first


def test_all_follows_adding_changing_and_removing(register):
    one, two, three = (an_office(register, name) for name in "abc")
    register.offices.all()

    register.offices.replace(replace(two, name="B"))
    register.offices.remove(one.id)
    four = an_office(register, "d")

    assert [office.name for office in register.offices.all()] == ["B", "c", "d"]
    assert register.offices.all()[1:] == (three, four)


def test_a_missing_record_is_none_to_find_and_an_error_to_get(register):
    assert register.offices.find("bukan id") is None
    with pytest.raises(RecordNotFound, match="OPD 0000000000009 tidak ditemukan"):
        register.offices.get("0000000000009")


def test_an_id_is_taken_once(register):
    office = an_office(register)

    with pytest.raises(RecordExists):
        register.offices.add(office)
    with pytest.raises(RecordExists):
        register.offices.add_many([Office(id=register.ids(), name="x"), office])
    assert register.offices.count() == 1


def test_many_are_added_in_one_commit(register):
    before = register.rev

    register.offices.add_many(Office(id=register.ids(), name=str(n)) for n in range(20))

    assert (register.rev, register.offices.count()) == (before + 1, 20)


def test_where_takes_a_tinydb_query_or_a_function(register):
    an_office(register, "Dinas A", head_count=3)
    b = an_office(register, "Dinas B", head_count=9)

    assert register.offices.where(Query().head_count > 5) == [b]
    assert register.offices.where(where("name") == "Dinas B") == [b]
    assert register.offices.where(lambda office: office.name.endswith("B")) == [b]


def test_replacing_with_the_same_content_makes_no_commit(register):
    office = an_office(register)
    before = register.rev

    register.offices.replace(office)

    assert register.rev == before


def test_a_stale_edit_shows_both_versions(register):
    office = an_office(register)
    opened_on = register.offices.rev(office.id)
    theirs = register.offices.replace(replace(office, name="Nama mereka"))

    with pytest.raises(StaleRecord) as caught:
        register.offices.replace(replace(office, name="Nama saya"), expected_rev=opened_on)

    assert (caught.value.mine.name, caught.value.theirs) == ("Nama saya", theirs)
    assert caught.value.base_rev == opened_on
    assert register.offices.get(office.id) == theirs


def test_an_edit_of_a_record_removed_meanwhile_is_stale_too(register):
    office = an_office(register)
    opened_on = register.offices.rev(office.id)
    register.offices.remove(office.id)

    with pytest.raises(StaleRecord) as caught:
        register.offices.replace(office, expected_rev=opened_on)
    assert caught.value.theirs is None
    with pytest.raises(RecordNotFound):
        register.offices.replace(office)


def test_keys_of_a_later_version_survive_an_edit(register):
    office = an_office(register)
    number = register.offices.table.all()[0].doc_id
    register.offices.table.update({"fax": "0291"}, doc_ids=[number])

    register.offices.replace(replace(office, name="Baru"))

    assert register.offices.table.get(doc_id=number)["fax"] == "0291"


def test_a_document_that_makes_no_record_is_listed_as_unreadable(register):
    good = an_office(register)
    register.offices.table.insert({"name": ""})

    (bad,) = register.offices.unreadable

    assert bad.table == "offices" and "Nama OPD wajib" in bad.reason
    assert register.offices.all() == (good,)
    assert register.offices.find(bad.id) is None
    register.offices.remove(bad.id)
    assert register.offices.unreadable == []


def test_a_name_outside_the_catalogue_is_no_collection(register):
    with pytest.raises(AttributeError):
        register.bukan_koleksi.all()


def test_two_registers_see_each_other_through_refresh(made, path):
    office = an_office(made)
    with opened(path) as other:
        other.offices.replace(replace(office, name="Diubah Budi"))

        change = made.refresh()

    assert change.by_other and change.touched == {"offices": frozenset({office.id})}
    assert made.offices.get(office.id).name == "Diubah Budi"
    assert made.refresh() is None


def test_a_write_first_takes_over_what_others_wrote(made, path):
    office = an_office(made)
    rev = made.offices.rev(office.id)
    with opened(path) as other:
        other.offices.replace(replace(office, name="Diubah Budi"))

    with pytest.raises(StaleRecord):
        made.offices.replace(replace(office, name="Diubah Sari"), expected_rev=rev)


def test_a_removal_by_another_is_taken_over(made, path):
    office = an_office(made)
    made.offices.all()
    with opened(path) as other:
        other.offices.remove(office.id)

    made.refresh()

    assert made.offices.all() == ()


def test_references_are_found_from_the_record_referred_to(register):
    office = an_office(register)
    letter = a_letter(register, office_ids=(office.id,))

    assert register.referrers("offices", office.id) == [("letters", letter.id)]
    assert register.referrers("letters", letter.id) == []


def test_what_json_cannot_hold_leaves_nothing_behind(register):
    with pytest.raises(BadDocument):
        register.letters.add(Letter(id=register.ids(), subject="\ud800"))
    assert register.letters.count() == 0


def test_every_collection_of_the_catalogue_is_an_attribute(register):
    for name in CATALOGUE:
        assert getattr(register, name) is register.collection(name)
