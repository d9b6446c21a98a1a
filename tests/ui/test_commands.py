"""The command table: one place for keys, menus and toolbar, and no two commands on one key."""

import gettext
import io

import pytest

from census_desk import words
from census_desk.resource_files import ResourceMissing, read_bytes
from ui.commands import (
    MENUS,
    Command,
    CommandTable,
    SharedKey,
    alt_letters,
    has_control,
    sequences,
    underlines,
)


def a_command(name: str = "one", **more: object) -> Command:
    return Command(**({"id": name, "text": name, "run": lambda: None} | more))  # type: ignore[arg-type]


def a_table(*commands: Command) -> CommandTable:
    table = CommandTable()
    table.add(commands)
    return table


def test_two_commands_on_one_page_cannot_share_a_key():
    with pytest.raises(SharedKey):
        a_table(a_command("a", keys=("F5",), page="x"), a_command("b", keys=("F5",)))


def test_commands_of_different_pages_may_share_a_key():
    table = a_table(
        a_command("a", keys=("Ctrl+N",), page="x"), a_command("b", keys=("Ctrl+N",), page="y")
    )

    found = table.for_key("Ctrl+N", "y", in_table=False, typing=False)

    assert found is not None and found.id == "b"


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+C", "Del", "Enter", "N"])
def test_a_field_one_types_in_keeps_its_own_keys(key):
    table = a_table(a_command(keys=(key,)))

    assert table.for_key(key, "x", in_table=False, typing=True) is None


@pytest.mark.parametrize("key", ["Ctrl+S", "F6", "Esc", "Alt+Down", "Ctrl+Shift+P"])
def test_chords_and_function_keys_work_while_typing(key):
    table = a_table(a_command(keys=(key,)))

    assert table.for_key(key, "x", in_table=False, typing=True) is not None
    assert has_control(key)


def test_delete_works_only_in_a_table():
    table = a_table(a_command(keys=("Del",), where="table"))

    assert table.for_key("Del", "x", in_table=False, typing=False) is None
    assert table.for_key("Del", "x", in_table=True, typing=False) is not None


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Ctrl+S", ["<Control-Key-s>", "<Control-Key-S>"]),
        ("Ctrl+1", ["<Control-Key-1>"]),
        ("Ctrl++", ["<Control-Key-plus>"]),
        ("Del", ["<Key-Delete>"]),
        ("Ctrl+Shift+Tab", ["<Control-Shift-Key-Tab>", "<Control-Key-ISO_Left_Tab>"]),
    ],
)
def test_a_key_becomes_every_sequence_tk_may_send_for_it(key, expected):
    assert sequences(key) == expected


def test_the_primary_button_stands_last():
    table = a_table(
        a_command("a", page="x", toolbar="primary"), a_command("b", page="x", toolbar="ghost")
    )

    assert [command.id for command in table.toolbar("x")] == ["b", "a"]


def test_alt_letters_of_the_menus_are_unique_in_indonesian():
    letters = alt_letters(MENUS)

    assert len(set(letters)) == len(letters)


def test_alt_letters_of_the_menus_are_unique_in_english():
    try:
        catalogue = read_bytes("locale/en/LC_MESSAGES/census_desk.mo")
    except ResourceMissing:
        pytest.fail("the English catalogue is missing")
    english = gettext.GNUTranslations(io.BytesIO(catalogue))

    letters = alt_letters([english.gettext(menu) for menu in MENUS])

    assert len(set(letters)) == len(letters)


def test_no_two_entries_of_a_menu_share_their_underlined_letter():
    texts = ["Simpan", "Saring", "Segarkan", "Salin"]

    letters = [text[place].casefold() for text, place in zip(texts, underlines(texts), strict=True)]

    assert len(set(letters)) == len(letters)


def test_the_language_of_the_tests_is_indonesian():
    assert words._("Simpan") == "Simpan"
