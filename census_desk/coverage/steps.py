"""The six steps of coverage, the states of a cell, and the cell itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.indonesian import decimal, number
from census_desk.words import N_, _


class Step(StrEnum):
    """What the campaign wants to have done with every office and village, in its order."""

    LETTER = "edaran diterima"
    INVITED = "diundang"
    SCHEDULED = "dijadwalkan"
    SESSION = "terlaksana"
    VISIT = "pendampingan"
    DONE = "ASN selesai"


class State(StrEnum):
    """How one step stands at one office; the order of NEED tells what presses most."""

    DONE = "selesai"
    PARTLY = "sebagian"
    UNDER_WAY = "berjalan"
    LATE = "lewat waktu"
    MISSING = "belum"
    NOT_NEEDED = "tidak perlu"


STEP_NAMES = {
    Step.LETTER: N_("Edaran diterima"),
    Step.INVITED: N_("Diundang"),
    Step.SCHEDULED: N_("Dijadwalkan"),
    Step.SESSION: N_("Terlaksana"),
    Step.VISIT: N_("Pendampingan"),
    Step.DONE: N_("ASN selesai"),
}
STATE_NAMES = {
    State.DONE: N_("Selesai"),
    State.PARTLY: N_("Sebagian"),
    State.UNDER_WAY: N_("Berjalan"),
    State.LATE: N_("Lewat waktu"),
    State.MISSING: N_("Belum"),
    State.NOT_NEEDED: N_("Tidak perlu"),
}
NEED = {
    State.LATE: 4,
    State.MISSING: 3,
    State.PARTLY: 2,
    State.UNDER_WAY: 1,
    State.DONE: 0,
    State.NOT_NEEDED: 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One cell: its state, what to say, and the record behind it ("" where there is none yet).

    `detail` is finished words; `collection` names where a person goes on from here;
    `record_ids` are all records behind the cell, the newest first.
    """

    state: State
    detail: str
    collection: str
    record_id: str = ""
    record_ids: tuple[str, ...] = ()


def mark(state: State, detail: str, collection: str, record_id: str = "", *more: str) -> Mark:
    """A cell; `more` are the records behind it beside the first, newest first."""
    ids = tuple(dict.fromkeys(one for one in (record_id, *more) if one))
    return Mark(
        state=state, detail=detail, collection=collection, record_id=record_id, record_ids=ids
    )


def share_shown(done: int, all_of: int) -> float:
    """Per cent with one decimal, cut off and not rounded: 99,96 is not yet 100."""
    return int(done * 1000 / all_of) / 10 if all_of else 0.0


def count_words(done: int, all_of: int) -> str:
    """`44 dari 55 · 80 %`: a count, its whole and its share."""
    return _("{done} dari {all} · {share} %").format(
        done=number(done), all=number(all_of), share=decimal(share_shown(done, all_of))
    )


def short_day(day: date) -> str:
    """`19/02`, as a cell has room for."""
    return f"{day:%d/%m}"
