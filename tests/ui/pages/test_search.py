"""Search over all records: what is found by which words, and where it leads."""

import pytest

from ui.presenters.search import MOST, SearchPresenter, near


@pytest.fixture
def search(workplace):
    return SearchPresenter(workplace)


def pages(hits):
    return {hit.page for hit in hits}


def test_a_letter_is_found_by_its_number(search, workplace):
    letter = next(one for one in workplace.register.letters.all() if one.number)

    hits = search.find(letter.number)

    assert ("letters", letter.id) in [(hit.page, hit.record_id) for hit in hits]


def test_an_office_is_found_by_its_short_name(search, workplace):
    office = next(one for one in workplace.register.offices.all() if one.short_name == "RSUD")

    assert ("progress", office.id) in [(h.page, h.record_id) for h in search.find("rsud")]


def test_a_person_is_found_by_nip_and_leads_to_the_office(search, workplace):
    person = next(one for one in workplace.register.employees.all() if one.nip)

    (hit,) = search.find(person.nip)

    assert (hit.title, hit.page, hit.record_id) == (person.name, "progress", person.office_id)


def test_a_session_is_found_by_office_and_word(search):
    assert "sessions" in pages(search.find("rsud sosialisasi"))


def test_staff_are_found_by_name(search, workplace):
    officer = workplace.register.officers.all()[0]

    assert ("staff", officer.id) in [(h.page, h.record_id) for h in search.find(officer.name)]


def test_every_typed_word_must_be_there(search):
    assert search.find("rsud zzz") == []


def test_nothing_typed_finds_nothing(search):
    assert search.find("  ") == []


def test_titles_that_begin_so_stand_first(search):
    hits = search.find("dinas")

    starts = [hit.title.casefold().startswith("dinas") for hit in hits]
    assert starts == sorted(starts, reverse=True)


def test_only_as_many_are_shown_as_can_be_read(search):
    assert len(search.find("a")) <= MOST


def test_each_hit_says_what_it_is(search):
    assert all(" · " in hit.detail for hit in search.find("sensus"))


def test_a_typing_error_still_finds_the_command():
    texts = ["Cadangkan sekarang", "Beranda", "Pengaturan"]

    assert near(texts, "cadangkn") == [0]
    assert near(texts, "xyz") == []
