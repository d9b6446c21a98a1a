"""What may be typed: help and complaints in Indonesian, 2 for what is not understood."""

import re

import pytest

import census_desk
from census_desk import __main__ as entry
from ui.command_line import parser
from ui.command_line.parsing import in_indonesian

ENGLISH = re.compile(r"\b(usage|options|positional|arguments|show this|exit|error)\b")
COMMANDS = next(action.choices for action in parser()._subparsers._group_actions if action.choices)


def test_the_version_is_told(say):
    said = say("--version")

    assert (said.code, said.out) == (0, f"census-desk {census_desk.__version__}\n")


def test_help_names_every_command(say):
    said = say("--help")

    assert said.code == 0
    assert all(f" {name}" in said.out for name in COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_indonesian(say, command):
    said = say(*filter(None, [command]), "--help")

    assert said.code == 0
    assert said.out.startswith(f"pemakaian: census-desk {command}".strip())
    assert not ENGLISH.search(said.out)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("list",), "Kurang: REGISTER, KOLEKSI."),
        (("lst",), "PERINTAH: 'lst' tidak ada"),
        (("list", "x", "gaji"), "koleksi “gaji” tidak dikenal"),
        (("list", "x", "opd", "--gaji"), "Tidak dikenal: --gaji."),
        (("list", "x", "opd", "--sort"), "--sort: nilainya belum ditulis."),
        (("list", "x", "opd", "--json=1"), "--json: tidak memakai nilai"),
        (("undo", "x", "dua"), "NO: 'dua' bukan bilangan."),
        (("history", "x", "--limit", "0"), "--limit: tulis bilangan mulai 1."),
        (("list", "x", "opd", "--js"), "Tidak dikenal: --js."),
    ],
)
def test_what_is_not_understood_is_told_with_the_way_to_help(say, words, told):
    said = say(*words)

    assert said.code == 2
    assert said.out == ""
    assert told in said.err
    assert "--help" in said.err
    assert said.err.count("\n") == 1
    assert not ENGLISH.search(said.err)


def test_a_complaint_nobody_translated_is_still_indonesian():
    assert in_indonesian("something new in Python 4") == "Perintah tidak dapat dipahami."


@pytest.mark.parametrize("words", [[], ["a.censusdesk"]])
def test_no_word_or_a_register_alone_opens_the_window(monkeypatch, words):
    opened: list[list[str]] = []
    monkeypatch.setattr(entry, "window", lambda argv: opened.append(argv) or 0)

    assert entry.main(words) == 0
    assert opened == [words]


@pytest.mark.parametrize("words", [["areas"], ["check", "a.censusdesk"]])
def test_any_command_stays_without_a_window(monkeypatch, capsys, words):
    monkeypatch.setattr(entry, "window", lambda argv: pytest.fail("a window opened"))

    assert entry.main(words) in (0, 1)


def test_the_words_come_from_the_command_line_when_none_are_handed_in(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["census-desk", "--version"])

    assert entry.main() == 0
