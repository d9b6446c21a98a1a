"""Fonts for tests: those that ship, handed in as an office would, and spoilt copies of them."""

import struct

from census_desk.intake.font_files import NEEDED, font_of
from census_desk.resource_files import read_bytes

BOOKMAN = "DeskBonum-Regular.ttf"
BOOKMAN_BOLD = "DeskBonum-Bold.ttf"
ARIAL = "Arimo-Regular.ttf"


def a_font_file(name=BOOKMAN):
    """The bytes of a TrueType file."""
    return read_bytes(f"fonts/{name}")


def every_sign(data):
    """As if papers could print whatever they need with any file."""
    return frozenset(NEEDED)


def a_read_font(name=BOOKMAN, signs=every_sign):
    return font_of(a_font_file(name), name, signs)


def table_at(data, tag):
    """Where the entry of a table stands, where the table starts, and its length."""
    (count,) = struct.unpack(">H", data[4:6])
    for place in range(count):
        entry = 12 + 16 * place
        found, _sum, start, length = struct.unpack(">4sLLL", data[entry : entry + 16])
        if found == tag.encode():
            return entry, start, length
    raise KeyError(tag)


def patched(data, at, new):
    """The file with other bytes at a place."""
    return data[:at] + new + data[at + len(new) :]


def with_permission(data, bits):
    """The file with another word on embedding (OS/2 fsType)."""
    return patched(data, table_at(data, "OS/2")[1] + 8, struct.pack(">H", bits))


def without_table(data, tag):
    """The file with a table under a name nobody asks for."""
    return patched(data, table_at(data, tag)[0], b"zzzz")
