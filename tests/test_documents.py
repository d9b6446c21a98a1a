"""What README and guide say is so: their commands, pictures, links and words of the screens."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

from tests.samples.images import MOST_BYTES, PICTURES
from ui.command_line.arguments import parser

PROJECT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CHANGES.md", "docs/panduan.md", "tests/by_eye.md")
GUIDE = "docs/panduan.md"
LINK = re.compile(r"\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
ERROR_ROW = re.compile(r"^\| ([^|]+?) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)
# Bold for weight, not for a word of the screen.
WEIGHT = {"tebal", "ukuran sebenarnya (100 %)", "Satu komputer, dua jendela", "Folder bersama"}
LEAST_OWN = 8  # letters of its own a text must have beside the names put into it


def text_of(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def commands_of_parser() -> dict[str, str]:
    """Every command with its usage on one line; those of a group as "number list"."""
    return dict(_commands(parser()))


def _commands(whole: argparse.ArgumentParser, group: str = "") -> Iterator[tuple[str, str]]:
    groups = [each for each in whole._actions if isinstance(each, argparse._SubParsersAction)]
    if not groups:
        yield group.strip(), " ".join(whole.format_usage().split())
    for each in groups:
        for name, one in each.choices.items():
            yield from _commands(one, f"{group}{name} ")


def commands_of_readme() -> dict[str, str]:
    """The first words of the table under "Command line", in small letters, and the whole row."""
    table = text_of("README.md").split("## Command line")[1].split("## Keys")[0]
    rows = re.findall(r"^\| `([^`]+)` \|(.+)$", table, re.MULTILINE)
    return {named(words): f"{words}{rest}" for words, rest in rows}


def named(usage: str) -> str:
    """The command of a usage: `number list REGISTER BUKU` is "number list"."""
    words = usage.split()
    return " ".join(takewhile(lambda word: re.fullmatch("[a-z-]+", word), words))


@cache
def words_of_screens() -> str:
    """Every text of the floors that is marked for translation, and the sample's name."""
    found = ["Sensus Penduduk 2020, Kabupaten Kudus"]
    for floor in ("ui", "reports", "census_desk"):
        for path in sorted((PROJECT / floor).rglob("*.py")):
            found += marked(ast.parse(path.read_text(encoding="utf-8")))
    return "\n".join(found)


def marked(tree: ast.Module) -> list[str]:
    """The texts inside _() and N_(), without the marks of Alt letters."""
    return [
        re.sub(r"&(?=\w)", "", argument.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "N_")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def is_on_screen(words: str) -> bool:
    """Whether a text of the screens is these words, or holds them when they are several."""
    if " " in words and words in words_of_screens():
        return True
    return any(words == text or stands_for(text, words) for text in words_of_screens().split("\n"))


def stands_for(text: str, words: str) -> bool:
    """Whether a text with a name in it ("Coba contoh: {name}") can read like this."""
    own = re.sub(r"\{\w*\}", "", text)
    pattern = re.sub(r"\\\{\w*\\\}", ".+", re.escape(text))
    return len(own) >= LEAST_OWN and own != text and bool(re.fullmatch(pattern, words))


def test_the_two_ways_in_are_the_first_lines_of_start():
    start = text_of("README.md").split("## Start\n")[1]

    lines = [line.split("#")[0].strip() for line in start.split("\n") if line.startswith("    ")]
    assert lines[:2] == ["python3 run.py", "python3 run.py test"]


def test_the_table_of_commands_is_that_of_the_command_line():
    assert list(commands_of_readme()) == list(commands_of_parser())


def test_every_option_told_in_the_table_exists():
    usages = commands_of_parser()

    unknown = [
        (name, option)
        for name, told in commands_of_readme().items()
        for option in re.findall(r"--[a-z-]+", told)
        if option not in usages[name]
    ]

    assert unknown == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_picture_and_file_named_is_there(document):
    folder = (PROJECT / document).parent
    links = [link.split("#")[0] for link in LINK.findall(text_of(document))]

    missing = [
        link for link in links if "://" not in link and link and not (folder / link).exists()
    ]

    assert missing == []


def test_every_picture_is_used_and_light_enough_for_a_slow_line():
    told = "".join(text_of(document) for document in DOCUMENTS)
    pictures = sorted((PROJECT / "docs" / "images").glob("*.png"))

    assert pictures
    assert [one.name for one in pictures if f"images/{one.name}" not in told] == []
    assert [one.name for one in pictures if one.stat().st_size > MOST_BYTES] == []


def test_the_samples_make_every_picture_of_the_documents():
    pictures = (PROJECT / "docs" / "images").iterdir()

    assert sorted(PICTURES) == sorted(one.stem for one in pictures)


def test_words_in_bold_in_the_guide_are_on_the_screens():
    words = {" ".join(found.split()) for found in BOLD.findall(text_of(GUIDE))}

    unknown = [each for each in sorted(words - WEIGHT) if not is_on_screen(each)]

    assert unknown == []


def test_a_word_no_screen_has_is_noticed():
    assert not is_on_screen("Tombol ajaib")
    assert is_on_screen("Cetak")


def test_every_sentence_in_the_table_of_mistakes_is_one_of_the_program():
    table = text_of(GUIDE).split("## Kesalahan yang sering")[1].split("## Tombol")[0]
    sentences = [row for row in ERROR_ROW.findall(table) if row != "kalimat" and "--" not in row]
    program = " ".join(words_of_screens().split())

    assert len(sentences) >= 5
    assert [one for one in sentences if one not in program] == []
