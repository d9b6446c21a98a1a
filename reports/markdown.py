"""A letter's body: Markdown text as a flat list of blocks with their marks and depth.

Paragraphs, headings, `**bold**`, `*italic*`, lists, tables and aligned lines; all else (html,
links, pictures, code) stays the plain text it was typed as. Lists are numbered as letters are:
1. a. 1) a).

Aligned lines are what an invitation says of its event. A paragraph is set so when it has two lines
or more and every one is `label : value` (blank before the colon), or when it stands between the
lines `::: acara` and `:::`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
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
FACT = re.compile(r"^\s*([^\W\d_][^:]{0,39}?)\s+:\s+(\S.*?)\s*$")
FENCED_FACT = re.compile(r"^\s*([^\W\d_][^:]{0,39}?)\s*:\s+(\S.*?)\s*$")
FENCE_OPENS = re.compile(r"^\s*:{3,}\s*acara\s*$", re.IGNORECASE)
FENCE_CLOSES = re.compile(r"^\s*:{3,}\s*$")

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its head, its rows, and "left", "center" or "right" for each column."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    aligns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph; `depth` counts the lists around it, `mark` stands left of the first one.

    A block of aligned lines has `facts` (label and value), a table has its `grid`; both no `runs`.
    """

    runs: Runs = ()
    depth: int = 0
    mark: str = ""
    heading: bool = False
    facts: tuple[tuple[str, Runs], ...] = ()
    grid: Grid | None = None


@dataclass(slots=True)
class _List:
    style: str
    next: int


@dataclass(slots=True)
class _Table:
    rows: list[list[Runs]] = field(default_factory=list)
    aligns: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """The source as Markdown knows it, and the lines that mean more than they say."""

    source: str
    lettered: dict[int, str]
    fenced: frozenset[int]


def blocks(source: str) -> list[Block]:
    """The blocks of a Markdown text, top to bottom."""
    typed = _typed(source)
    return _Reader(typed).read(_parser().parse(typed.source))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").disable(list(PLAIN_TEXT))


def _typed(source: str) -> _Typed:
    """`a.` as `1.`, which Markdown knows, and fences as empty lines; where they were is kept."""
    lettered: dict[int, str] = {}
    fenced: set[int] = set()
    inside = False
    lines = source.replace("\r\n", "\n").split("\n")
    for place, line in enumerate(lines):
        if FENCE_OPENS.match(line) or (inside and FENCE_CLOSES.match(line)):
            inside, lines[place] = not inside, ""
        elif inside:
            fenced.add(place)
        elif match := LETTERED.match(line):
            lettered[place] = f"a{match[3]}"
            lines[place] = f"{match[1]}{ord(match[2]) - 96}{match[3]}{line[match.end() :]}"
    return _Typed(source="\n".join(lines), lettered=lettered, fenced=frozenset(fenced))


class _Reader:
    """Walks the tokens once; the lists around the place are a stack."""

    def __init__(self, typed: _Typed) -> None:
        self._typed = typed
        self._lists: list[_List] = []
        self._mark = ""
        self._heading = False
        self._table: _Table | None = None
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
        elif token.type in ("table_open", "table_close", "tr_open", "th_open"):
            self._take_table(token)
        elif token.type == "inline":
            self._add(token)

    def _take_table(self, token: Token) -> None:
        if token.type == "table_open":
            self._table = _Table()
        elif self._table is not None and token.type == "tr_open":
            self._table.rows.append([])
        elif self._table is not None and token.type == "th_open":
            aligned = str(token.attrs.get("style", "")).removeprefix("text-align:")
            self._table.aligns.append(aligned or "left")
        elif self._table is not None:
            self._put(Block(grid=_grid(self._table), depth=len(self._lists)))
            self._table = None

    def _style(self, token: Token) -> str:
        line = token.map[0] if token.map else -1
        if line in self._typed.lettered:
            return self._typed.lettered[line]
        if token.markup == ")":
            return "1)"
        return STYLES[min(len(self._lists), len(STYLES) - 1)]

    def _add(self, token: Token) -> None:
        if self._table is not None:
            self._table.rows[-1].append(tuple(_runs(token.children or ())))
        elif not (self._mark or self._heading) and (facts := self._facts(token)):
            self._put(Block(facts=facts, depth=len(self._lists)))
        else:
            runs = tuple(_runs(token.children or ()))
            block = Block(runs=runs, depth=len(self._lists), mark=self._mark, heading=self._heading)
            self._mark = ""
            self._put(block)

    def _put(self, block: Block) -> None:
        self._blocks.append(block)

    def _facts(self, token: Token) -> tuple[tuple[str, Runs], ...]:
        """The paragraph as aligned lines; nothing when it is an ordinary one."""
        first = token.map[0] if token.map else -1
        lines = token.content.split("\n")
        if first in self._typed.fenced:
            return _fenced_facts(lines)
        matches = [FACT.match(line) for line in lines]
        if len(lines) < 2 or not all(matches):
            return ()
        return tuple((match[1], _inline(match[2])) for match in matches if match)


def _fenced_facts(lines: Sequence[str]) -> tuple[tuple[str, Runs], ...]:
    """Lines with a label; one without goes on with the value above it."""
    facts: list[list[str]] = []
    for line in lines:
        if match := FENCED_FACT.match(line):
            facts.append([match[1], match[2]])
        elif facts:
            facts[-1][1] += f" {line.strip()}"
        else:
            return ()
    return tuple((label, _inline(value)) for label, value in facts)


def _grid(table: _Table) -> Grid:
    head, *rows = table.rows
    return Grid(head=tuple(head), rows=tuple(map(tuple, rows)), aligns=tuple(table.aligns))


def _inline(text: str) -> Runs:
    return tuple(_runs(_parser().parseInline(text)[0].children or ()))


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
