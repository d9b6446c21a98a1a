"""The one door for people's text to the paper: cleaned, limited, checked for glyphs, escaped.

Nothing else makes a Paragraph: raw text in one loses words, follows links and embeds local files
(ReportLab reads it as markup).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Lock
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from census_desk.checks import BODY_LIMIT
from census_desk.indonesian import MONTHS
from reports.errors import DoesNotFit, MissingGlyph
from reports.fonts import Family, printable, width

REGENCY = re.compile(r"\s(?:KABUPATEN|Kabupaten)\s[^\n]*$")
HOLDING = "\u00a0"
APART = re.compile(r"[^\S\u00a0]+")
DATE = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?(?!\w)")
LONGEST_WORD = 60  # a word of 200,000 letters takes ReportLab half a minute
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
BLANKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "})
_parser = (
    Lock()
)  # ReportLab parses all markup with one object; preview and print have a thread each
SAME_LOOK = str.maketrans({"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0", "\u2009": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of a paragraph in one face; `line_break` ends a line after it."""

    text: str
    bold: bool = False
    italic: bool = False
    line_break: bool = False


def cleaned(value: str) -> str:
    """NFC, blanks for tabs and line ends, no signs without width (they come from web pages)."""
    composed = unicodedata.normalize("NFC", value)
    return composed.translate(BLANKS).translate(INVISIBLE).translate(SAME_LOOK)


def checked(value: str, face: str, field: str, most: int = BODY_LIMIT) -> str:
    """The cleaned text; DoesNotFit when too long, MissingGlyph for a sign the face lacks."""
    text = cleaned(value)
    if len(text) > most:
        raise DoesNotFit(field)
    if missing := set(text) - printable(face):
        raise MissingGlyph(field, min(missing, key=text.index))
    return text


def text(value: str, face: str, field: str, *, narrow: bool = False) -> str:
    """The text as ReportLab markup that prints exactly these signs.

    No line parts a date, but in a `narrow` place, which may be smaller than one.
    """
    told = checked(value, face, field)
    return escape(_broken(told if narrow else _dates_whole(told)))


def paragraph(
    runs: str | Iterable[Run],
    style: ParagraphStyle,
    family: Family,
    *,
    field: str,
    bullet: str = "",
    bold: bool = False,
    narrow: bool = False,
) -> Paragraph:
    """A paragraph of people's text; `field` names it in errors, `bullet` hangs at its left.

    In a `narrow` one, a cell, a line may end inside a date.
    """
    pieces = [Run(text=runs)] if isinstance(runs, str) else list(runs)
    markup = "".join(
        _markup(replace(run, bold=run.bold or bold), family, field, narrow) for run in pieces
    )
    label = checked(bullet, style.bulletFontName, field) if bullet else None
    with _parser:
        return Paragraph(markup, style, bulletText=label)


def lines_within(value: str, face: str, size: float, room: float, field: str) -> list[str]:
    """The text in as few lines of `room` points as possible; DoesNotFit when one word is wider.

    A date is parted only where it is wider than the room.
    """
    lines: list[str] = []
    for word in _words_within(value, face, size, room, field):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, size) <= room:
            lines[-1] = longer
        elif width(word, face, size) <= room:
            lines.append(word)
        else:
            raise DoesNotFit(field)
    return lines


def fitted_lines(value: str, face: str, size: float, room: float, field: str) -> list[str]:
    """The text in lines of `room` points; a word that is wider goes on in the next line."""
    words = words_of(checked(value, face, field))
    parts = [
        part
        for word in words
        for part in ([word] if width(word, face, size) <= room else _parts(word, face, size, room))
    ]
    return lines_within(" ".join(parts), face, size, room, field)


def _parts(word: str, face: str, size: float, room: float) -> list[str]:
    parts = [""]
    for sign in word:
        if parts[-1] and width(parts[-1] + sign, face, size) > room:
            parts.append("")
        parts[-1] += sign
    return parts


def _words_within(value: str, face: str, size: float, room: float, field: str) -> list[str]:
    words = words_of(_dates_whole(checked(value, face, field)))
    return [
        part
        for word in words
        for part in ([word] if width(word, face, size) <= room else word.split(HOLDING))
    ]


def _dates_whole(value: str) -> str:
    """`24 Februari 2020` with blanks that no line ends at; they print as any blank."""
    return DATE.sub(lambda found: found[0].replace(" ", HOLDING), value)


def held_together(value: str) -> str:
    """A cell's words: per cent stays with its number, a dot at the end of its line."""
    return value.replace(" %", f"{HOLDING}%").replace(" · ", f"{HOLDING}· ")


def words_of(value: str) -> list[str]:
    """The words a line may end after; blanks that hold together are part of theirs."""
    return [word for word in APART.split(value) if word]


Breaking = Callable[[str, str, float, float, str], list[str]]


def balanced_lines(value: str, face: str, size: float, room: float, field: str) -> list[str]:
    """As `lines_within`, with lines of nearly the same length, as titles are set."""
    best = lines_within(value, face, size, room, field)
    for percent in range(95, 30, -5):
        try:
            narrower = lines_within(value, face, size, room * percent / 100, field)
        except DoesNotFit:
            return best
        if len(narrower) > len(best):
            return best
        best = narrower
    return best


def post_lines(
    value: str, face: str, size: float, room: float, field: str, broken: Breaking = lines_within
) -> list[str]:
    """A post or addressee: "Kabupaten …" begins a line where that takes no line more.

    `broken` sets the rest: `lines_within` or `balanced_lines`.
    """
    whole = broken(value, face, size, room, field)
    if len(whole) == 1 or not (found := REGENCY.search(value)):
        return whole
    last = broken(value[found.start() :].strip(), face, size, room, field)
    apart = [*broken(value[: found.start()], face, size, room, field), *last]
    return apart if len(last) == 1 and len(apart) <= len(whole) else whole


def _markup(run: Run, family: Family, field: str, narrow: bool) -> str:
    words = text(run.text, family.face(run.bold, run.italic), field, narrow=narrow)
    if run.bold:
        words = f"<b>{words}</b>"
    if run.italic:
        words = f"<i>{words}</i>"
    return words + ("<br/>" if run.line_break else "")


def _broken(words: str) -> str:
    """The text with blanks in words too long to be one."""
    if len(words) <= LONGEST_WORD:
        return words
    return " ".join(
        " ".join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)) or word
        for word in words.split(" ")
    )
