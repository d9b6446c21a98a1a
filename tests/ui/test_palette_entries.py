"""What Ctrl+K lists for a typed text, and in which order."""

from dataclasses import replace
from unittest.mock import Mock

import pytest

from census_desk import sample
from census_desk.register import Register
from tests.ui.fakes import a_workplace
from ui.commands import Command
from ui.palette_entries import finder

DONE: list[str] = []


def a_command(text, **more):
    return Command(id=text, text=text, run=lambda: DONE.append(text), **more)


@pytest.fixture
def find():
    commands = [a_command("Keluar"), a_command("Cetak"), a_command("Kunjungan baru")]
    with Register.in_memory() as register:
        sample.build(register)
        yield finder(commands, a_workplace(register))


def test_without_letters_every_command_is_listed(find):
    assert sorted(entry.text for entry in find("")) == ["Cetak", "Keluar", "Kunjungan baru"]


def test_a_command_comes_before_the_records(find):
    assert find("kunj")[0].text == "Kunjungan baru"


def test_letters_of_a_record_never_put_a_guessed_command_first(find):
    assert "Kesehatan" in find("kes")[0].text
    assert "Keluar" not in [entry.text for entry in find("kes")]


def test_a_slip_of_the_keys_still_finds_the_command(find):
    assert [entry.text for entry in find("keluaar")] == ["Keluar"]


def test_a_command_that_cannot_be_used_now_is_not_listed():
    with Register.in_memory() as register:
        closed = finder([a_command("Cetak", enabled=lambda: False)], a_workplace(register))

        assert list(closed("cet")) == []


def test_a_record_renamed_is_found_by_its_new_name_only():
    with Register.in_memory() as register:
        sample.build(register)
        kept = []
        find = finder([], a_workplace(register), kept)
        office = next(one for one in register.offices.all() if "Kesehatan" in one.name)
        assert find(office.name)

        with register.change("ganti nama"):
            register.offices.replace(replace(office, name="Dinas Xylofon", short_name="Xylo"))

        assert [entry.text for entry in find("xylofon")] == ["Dinas Xylofon"]
        assert office.name not in [entry.text for entry in find(office.name)]
        assert len(kept) == 1


def test_a_title_that_begins_with_what_was_typed_stands_before_those_that_hold_it():
    with Register.in_memory() as register:
        sample.build(register)

        titles = [entry.text for entry in finder([], a_workplace(register))("dinas")]

        begins = [title.lower().startswith("dinas") for title in titles]
        assert begins[0]
        assert begins == sorted(begins, reverse=True)


@pytest.mark.parametrize("typed", ["bahasa", "language"])
def test_the_language_of_the_screens_is_found_in_both_languages(typed):
    from ui.general import commands

    with Register.in_memory() as register:
        found = list(finder(commands(Mock(page_specs={})), a_workplace(register))(typed))

    assert found[0].text == "Bahasa layar (language)…"
