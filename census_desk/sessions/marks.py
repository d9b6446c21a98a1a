"""Row numbers typed from a signed sheet: `tidak hadir: 3, 7, 12-15; diwakili: 9 oleh Siti Aminah`.

Strict: whatever cannot be read is told in a sentence, and then nothing is taken over.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, AttendanceState
from census_desk.words import _

LONGEST = 20_000
LONGEST_NAME = 120
NOT_RECORDED = "belum dicatat"
WALK_IN = "tambahan"
STATES: Mapping[str, AttendanceState] = {
    "hadir": AttendanceState.PRESENT,
    "diwakili": AttendanceState.REPRESENTED,
    "wakil": AttendanceState.REPRESENTED,
    "izin": AttendanceState.EXCUSED,
    "ijin": AttendanceState.EXCUSED,
    "sakit": AttendanceState.SICK,
    "tugas lain": AttendanceState.OTHER_DUTY,
    "dinas luar": AttendanceState.OTHER_DUTY,
    "tidak hadir": AttendanceState.ABSENT,
    "absen": AttendanceState.ABSENT,
}
_ITEM = re.compile(r"(\d{1,5})\s*(?:[-–—]\s*(\d{1,5}))?")
_NUMBERED_NAME = re.compile(r"(?:^|,)\s*(\d{1,5})\s+(?:oleh\s+)?(?=[^\W\d_])", re.IGNORECASE)
_NIP_ITEM = re.compile(r"(?:^|,)\s*(\d{1,5})\s+(?=(?:\d[ .]?){18}\s*(?:,|$))")
_TURNED = re.compile(r"^([\d\s,–—-]+?)\s+([^\W\d_][\w\s]*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What was typed of one row: a state (None: back to "belum dicatat"), or a walk-in's name.

    `text` is who came instead, or the name or NIP written in an empty row.
    """

    row: int
    state: AttendanceState | None
    text: str = ""
    is_walk_in: bool = False

    @property
    def told(self) -> str:
        """The state in words."""
        return _(ATTENDANCE_STATE_NAMES[self.state]).lower() if self.state else NOT_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was typed, understood; with a problem nothing counts."""

    marks: tuple[Mark, ...] = ()
    problems: tuple[str, ...] = ()


def read_marks(typed: str, rows: Sequence[int], empty_rows: Sequence[int] = ()) -> Reading:
    """The marks in a typed text, for a list of these rows; `empty_rows` have no name printed.

    Clauses stand apart by ";" or on lines of their own. Every row may be named once.
    """
    if len(typed) > LONGEST:
        sentence = _("Isian terlalu panjang; paling banyak {most} huruf.")
        return Reading(problems=(sentence.format(most=LONGEST),))
    marks: list[Mark] = []
    problems: list[str] = []
    for clause in re.split(r"[;\n]", typed):
        if clause.strip():
            _read_clause(
                clause.strip(), marks, problems, (min(rows, default=0), max(rows, default=0))
            )
    problems += _row_problems(marks, set(rows), set(empty_rows))
    return Reading(marks=tuple(marks), problems=tuple(dict.fromkeys(problems)))


def _read_clause(
    clause: str, marks: list[Mark], problems: list[str], bounds: tuple[int, int]
) -> None:
    head, colon, rest = clause.partition(":")
    if not colon and (turned := _TURNED.match(clause)):
        rest, head = turned[1], turned[2]
    elif not colon:
        told = _("“{text}” tidak dapat dibaca; tulis seperti “tidak hadir: 3, 7, 12-15”.")
        problems.append(told.format(text=_shown(clause)))
        return
    word = " ".join(head.casefold().split())
    if word == WALK_IN:
        _read_names(rest, AttendanceState.PRESENT, marks, problems, walk_in=True)
    elif word not in (*STATES, NOT_RECORDED, "belum"):
        told = _("Keadaan “{text}” tidak dikenal; yang ada: {known}.")
        known = ", ".join([*(str(state) for state in AttendanceState), NOT_RECORDED, WALK_IN])
        problems.append(told.format(text=_shown(head), known=known))
    elif not rest.strip():
        told = _("Nomor baris untuk “{state}” belum ditulis.")
        problems.append(told.format(state=word))
    elif STATES.get(word) is AttendanceState.REPRESENTED:
        _read_names(rest, AttendanceState.REPRESENTED, marks, problems, walk_in=False)
    else:
        _read_numbers(rest, STATES.get(word), marks, problems, bounds)


def _read_numbers(
    rest: str,
    state: AttendanceState | None,
    marks: list[Mark],
    problems: list[str],
    bounds: tuple[int, int],
) -> None:
    for item in rest.split(","):
        piece = item.strip()
        found = _ITEM.fullmatch(piece)
        if found is None:
            problems.append(_item_problem(piece))
            continue
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            told = _("Rentang {text} terbalik; tulis {last}-{first}.")
            problems.append(told.format(text=piece, last=last, first=first))
        elif last > bounds[1] or first < bounds[0]:
            problems.append(_no_such_row(last if last > bounds[1] else first, bounds))
        else:
            marks += [Mark(row=row, state=state) for row in range(first, last + 1)]


def _item_problem(piece: str) -> str:
    if not piece:
        return _("Ada koma tanpa nomor baris; hapus komanya atau tulis nomornya.")
    if re.fullmatch(r"(\d{1,5}\s*[-–—]+|[-–—]+\s*\d{1,5})", piece):
        return _("Rentang “{text}” belum lengkap; tulis seperti 12-15.").format(text=piece)
    if re.match(r"\d{1,5}\s+\D", piece):
        told = _("“{text}”: nama hanya untuk “diwakili: 9 oleh …” dan “tambahan: 41 …”.")
        return told.format(text=_shown(piece))
    return _("“{text}” bukan nomor baris.").format(text=_shown(piece))


def _read_names(
    rest: str,
    state: AttendanceState,
    marks: list[Mark],
    problems: list[str],
    *,
    walk_in: bool,
) -> None:
    """`9 oleh Siti Aminah, S.E., 11 oleh Budi`: a name ends where the next numbered one begins."""
    starts = [*_NUMBERED_NAME.finditer(rest), *_NIP_ITEM.finditer(rest)]
    starts.sort(key=lambda found: found.start())
    before = rest[: starts[0].start()].strip(" ,") if starts else rest.strip()
    if before:
        problems.append(_unnamed(before, walk_in=walk_in))
    for place, found in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(rest)
        name = " ".join(rest[found.end() : end].strip(" ,").split())
        if loose := re.search(r",\s*(\d{1,5})\s*(?:$|,)", f"{name},"):
            problems.append(_unnamed(loose[1], walk_in=walk_in))
        elif len(name) > LONGEST_NAME:
            told = _("Nama pada baris {row} lebih dari {most} huruf.")
            problems.append(told.format(row=found[1], most=LONGEST_NAME))
        else:
            marks.append(Mark(row=int(found[1]), state=state, text=name, is_walk_in=walk_in))


def _unnamed(text: str, *, walk_in: bool) -> str:
    if walk_in:
        told = _("Baris tambahan “{text}” belum bernama; tulis seperti “tambahan: 41 Siti Aminah”.")
    else:
        told = _("“{text}”: tulis siapa yang mewakili, seperti “diwakili: 9 oleh Siti Aminah”.")
    return told.format(text=_shown(text))


def _row_problems(marks: Sequence[Mark], rows: set[int], empty: set[int]) -> list[str]:
    problems = []
    bounds = (min(rows, default=0), max(rows, default=0))
    seen: dict[int, Mark] = {}
    for mark in marks:
        if mark.row not in rows:
            problems.append(_no_such_row(mark.row, bounds))
        elif mark.row in seen:
            told = _("Baris {row} ditulis dua kali: {first} dan {second}.")
            first = seen[mark.row].told
            problems.append(told.format(row=mark.row, first=first, second=mark.told))
        elif mark.row in empty and not mark.is_walk_in:
            told = _(
                "Baris {row} baris kosong; bila ada yang menulis namanya: “tambahan: {row} …”."
            )
            problems.append(told.format(row=mark.row))
        elif mark.is_walk_in and mark.row not in empty:
            told = _("Baris {row} sudah bernama; “tambahan” hanya untuk baris kosong.")
            problems.append(told.format(row=mark.row))
        seen.setdefault(mark.row, mark)
    return problems


def _no_such_row(row: int, bounds: tuple[int, int]) -> str:
    if bounds == (0, 0):
        return _("Sesi ini belum punya baris untuk dicatat; cetak dahulu daftar hadirnya.")
    told = _("Baris {row} tidak ada; lembar ini berisi baris {first} sampai {last}.")
    return told.format(row=row, first=bounds[0], last=bounds[1])


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
