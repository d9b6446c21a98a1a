"""A letter's body: Markdown text as a flat list of blocks with their marks and depth.

Paragraphs, headings, `**bold**`, `*italic*` and lists; all else (html, links, pictures, code) stays
the plain text it was typed as. Lists are numbered as letters are: 1. a. 1) a).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports.text import Run

PLAIN_TEXT = (
    "html_block", "html_inline", "link", "image", "autolink", "code", "fence", "backticks",
    "blockquote", "hr", "lheading", "reference", "entity",
)  # fmt: skip
LETTERED = re.compile(r"^(\s*)([a-z])([.)])(?=\s+\S)")
STYLES = ("1.", "a.", "1)", "a)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph; `depth` counts the lists around it, `mark` stands left of the first one."""

    runs: tuple[Run, ...]
    depth: int = 0
    mark: str = ""
    heading: bool = False


@dataclass(slots=True)
class _List:
    style: str
    next: int


def blocks(source: str) -> list[Block]:
    """The blocks of a Markdown text, top to bottom."""
    numbered, lettered = _letters_as_numbers(source)
    return _Reader(lettered).read(_parser().parse(numbered))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").disable(list(PLAIN_TEXT))


def _letters_as_numbers(source: str) -> tuple[str, dict[int, str]]:
    """`a.` as `1.`, which Markdown knows, and the lines where a letter was typed."""
    typed: dict[int, str] = {}
    lines = source.replace("\r\n", "\n").split("\n")
    for place, line in enumerate(lines):
        if match := LETTERED.match(line):
            typed[place] = f"a{match[3]}"
            lines[place] = f"{match[1]}{ord(match[2]) - 96}{match[3]}{line[match.end() :]}"
    return "\n".join(lines), typed


class _Reader:
    """Walks the tokens once; the lists around the place are a stack."""

    def __init__(self, lettered: dict[int, str]) -> None:
        self._lettered = lettered
        self._lists: list[_List] = []
        self._mark = ""
        self._heading = False
        self._blocks: list[Block] = []

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        for token in tokens:
            self._take(token)
        return self._blocks

    def _take(self, token: Token) -> None:
        if token.type == "ordered_list_open":
            self._lists.append(_List(self._style(token), int(token.attrs.get("start", 1))))
        elif token.type == "bullet_list_open":
            self._lists.append(_List("-", 1))
        elif token.type.endswith("list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._mark = _mark(self._lists[-1])
        elif token.type in ("heading_open", "heading_close"):
            self._heading = token.type == "heading_open"
        elif token.type == "inline":
            self._add(token)

    def _style(self, token: Token) -> str:
        line = token.map[0] if token.map else -1
        if line in self._lettered:
            return self._lettered[line]
        if token.markup == ")":
            return "1)"
        return STYLES[min(len(self._lists), len(STYLES) - 1)]

    def _add(self, token: Token) -> None:
        block = Block(
            runs=tuple(_runs(token.children or ())),
            depth=len(self._lists),
            mark=self._mark,
            heading=self._heading,
        )
        self._mark = ""
        self._blocks.append(block)


def _mark(around: _List) -> str:
    number, around.next = around.next, around.next + 1
    if around.style == "-":
        return "-"
    sign = _letter(number) if around.style[0] == "a" else str(number)
    return sign + around.style[1]


def _letter(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text or "a"


def _runs(children: Sequence[Token]) -> list[Run]:
    bold = italic = 0
    runs: list[Run] = []
    for token in children:
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        italic += (token.type == "em_open") - (token.type == "em_close")
        if token.type == "softbreak":
            runs.append(Run(text=" "))
        elif token.type == "hardbreak":
            runs.append(Run(text="", line_break=True))
        elif token.content:
            runs.append(Run(text=token.content, bold=bold > 0, italic=italic > 0))
    return runs
