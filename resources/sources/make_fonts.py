"""Make resources/fonts from the two font packages.

Run once by a developer, in a throw-away environment with fontTools 4.60 (`pip install fonttools`):

    python make_fonts.py ARIMO_PACKAGE BONUM_FOLDER ../fonts

ARIMO_PACKAGE is the unpacked npm package @expo-google-fonts/arimo 0.4.3; its four faces are copied
unchanged. BONUM_FOLDER holds texgyrebonum-*.otf of TeX Gyre 20180621 (Debian: fonts-texgyre) and
GUST-FONT-LICENSE.txt beside them or in the Debian documentation folder. The four Bonum faces are
changed: reduced to Latin, outlines turned from cubic (CFF) to quadratic (TrueType) because
ReportLab embeds only the latter, and given the family name "Desk Bonum" as their licence asks.
"""

import argparse
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Desk Bonum"
MAX_ERROR_UNITS = 1.0
NO_INSTRUCTIONS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)
ARIMO_FACES = {
    "Regular": "400Regular/Arimo_400Regular.ttf",
    "Bold": "700Bold/Arimo_700Bold.ttf",
    "Italic": "400Regular_Italic/Arimo_400Regular_Italic.ttf",
    "BoldItalic": "700Bold_Italic/Arimo_700Bold_Italic.ttf",
}
BONUM_FACES = {
    "Regular": ("texgyrebonum-regular.otf", "Regular"),
    "Bold": ("texgyrebonum-bold.otf", "Bold"),
    "Italic": ("texgyrebonum-italic.otf", "Italic"),
    "BoldItalic": ("texgyrebonum-bolditalic.otf", "Bold Italic"),
}
# ASCII, Latin-1 and Latin Extended-A, then the marks official paper uses.
KEPT = [*range(0x20, 0x7F), *range(0xA0, 0x180)] + [
    ord(mark) for mark in "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€№™←↑→↓−√∞≈≠≤≥"
]


def main() -> None:
    """Copy Arimo, convert Bonum, put the licences beside them."""
    parser = argparse.ArgumentParser(description="Make resources/fonts.")
    parser.add_argument("arimo", type=Path)
    parser.add_argument("bonum", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    copy_arimo(given.arimo, given.out)
    for face, (name, style) in BONUM_FACES.items():
        source = next(given.bonum.rglob(name))
        convert(source, given.out / f"DeskBonum-{face}.ttf", face, style)
    licence = next(given.bonum.rglob("GUST-FONT-LICENSE.txt"))
    shutil.copyfile(licence, given.out / "GUST-FONT-LICENSE.txt")


def copy_arimo(package: Path, out: Path) -> None:
    """The four faces a letter needs, unchanged, with their licence."""
    for face, path in ARIMO_FACES.items():
        shutil.copyfile(package / path, out / f"Arimo-{face}.ttf")
    shutil.copyfile(package / "LICENSE_FONT", out / "OFL.txt")


def convert(source: Path, target: Path, face: str, style: str) -> None:
    """One Bonum face as TrueType: reduced, converted, renamed."""
    font = TTFont(source, recalcTimestamp=False)
    reduce_to_latin(font)
    to_truetype(font)
    rename(font, face, style)
    font.save(target)


def reduce_to_latin(font: TTFont) -> None:
    """Keep the characters of KEPT; no kerning or ligatures, which ReportLab does not read."""
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=KEPT)
    cutter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Replace the CFF table by glyf and loca; curves stay within one unit of 1000."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {name: quadratic(glyphs, name) for name in order}
    del font["CFF "]
    glyf.compile(font)
    for name in order:
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyf[name], "xMin", 0))
    set_maxima(font)
    font["post"].formatType = 2.0
    font["post"].extraNames, font["post"].mapping = [], {}
    font["post"].glyphOrder = order
    font.sfntVersion = "\000\001\000\000"


def quadratic(glyphs, name: str):
    """The outline of one glyph in quadratic curves."""
    pen = TTGlyphPen(glyphs)
    glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR_UNITS, reverse_direction=True))
    return pen.glyph()


def set_maxima(font: TTFont) -> None:
    """The maxp table in the form TrueType wants."""
    maxima = font["maxp"] = newTable("maxp")
    maxima.tableVersion = 0x00010000
    maxima.maxZones = 1
    for field in NO_INSTRUCTIONS:
        setattr(maxima, field, 0)
    maxima.numGlyphs = len(font.getGlyphOrder())
    maxima.compile(font)


def rename(font: TTFont, face: str, style: str) -> None:
    """Family "Desk Bonum" in every name record that carries the font's name."""
    names = font["name"]
    postscript = f"DeskBonum-{face}"
    full = f"{FAMILY} {style}"
    wanted = {1: FAMILY, 2: style, 3: f"{postscript} 1.0", 4: full, 6: postscript}
    note = "Changed from TeX Gyre Bonum: reduced to Latin, outlines converted to TrueType, renamed."
    wanted |= {10: note}
    names.names = [record for record in names.names if record.nameID in (0, 5, 8, 9, 11, 13, 14)]
    for name_id, text in wanted.items():
        names.setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main()
