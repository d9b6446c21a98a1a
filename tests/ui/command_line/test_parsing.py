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


@pytest.mark.parametrize(
    "words",
    [
        ("sent", "r", "s", "--on", "21/02/2020", "Dinas PUPR", "Dinkes"),
        ("sent", "--on", "21/02/2020", "r", "s", "Dinas PUPR", "Dinkes"),
        ("sent", "r", "--on=21/02/2020", "s", "Dinas PUPR", "--by", "Sri", "Dinkes"),
        ("sent", "r", "s", "Dinas PUPR", "Dinkes", "--on", "21/02/2020"),
        ("sent", "r", "s", "--on", "21/02/2020", "--", "Dinas PUPR", "Dinkes"),
        ("sent", "r", "s", "Dinas PUPR", "--on", "21/02/2020", "--", "Dinkes"),
    ],
)
def test_words_and_options_of_a_command_stand_in_any_order(words):
    read = parser().parse_args(words)

    assert (str(read.register), read.letter, read.on) == ("r", "s", "21/02/2020")
    assert read.offices == ["Dinas PUPR", "Dinkes"]


def test_a_command_of_a_group_takes_its_options_before_an_open_list_too():
    words = ("attendance", "enter", "r", "s", "--all-present", "tidak hadir: 3", "--preview")
    read = parser().parse_args(words)

    assert (read.rows, read.all_present, read.preview) == (["tidak hadir: 3"], True, True)


def test_a_word_after_two_dashes_is_no_option():
    read = parser().parse_args(["sent", "r", "s", "Dinkes", "--", "--on"])

    assert read.offices == ["Dinkes", "--on"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sent", "r", "s", "--on"), "--on: nilainya belum ditulis."),
        (("sent", "r", "s", "--on", "--by", "Sri", "Dinkes"), "--on: nilainya belum ditulis."),
        (("sent", "r", "s", "--gaji", "5"), "Tidak dikenal: --gaji."),
        (("sent", "--on", "21/02/2020", "r"), "Kurang: SURAT"),
        (("list", "r", "--sort", "nama"), "Kurang: KOLEKSI."),
    ],
)
def test_an_option_before_words_is_complained_about_as_ever(say, words, told):
    said = say(*words)

    assert said.code == 2
    assert told in said.err
