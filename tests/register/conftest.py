"""A small catalogue and registers over it; sizes grow with CENSUS_DESK_NIGHTLY=1."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

from census_desk.errors import InvalidRecord
from census_desk.register import Register

NIGHTLY = bool(os.environ.get("CENSUS_DESK_NIGHTLY"))


def size(here: int, nightly: int) -> int:
    """How often a randomised test turns: `nightly` when CENSUS_DESK_NIGHTLY is set."""
    return nightly if NIGHTLY else here


class Status(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    id: str
    name: str
    head_count: int = 0

    def __post_init__(self) -> None:
        if not self.name:
            raise InvalidRecord({"name": "Nama OPD wajib diisi."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    id: str
    subject: str
    office_ids: tuple[str, ...] = ()
    written_on: date | None = None
    status: Status = Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    name: str
    record: type
    singular: str
    title: Callable
    references: dict[str, str] = field(default_factory=dict)


CATALOGUE = {
    "offices": Kind(name="offices", record=Office, singular="OPD", title=lambda r: r.name),
    "letters": Kind(
        name="letters",
        record=Letter,
        singular="surat",
        title=lambda r: r.subject,
        references={"office_ids": "offices"},
    ),
}


class Clock:
    """A clock that moves a second at each look, or where it is set."""

    def __init__(self) -> None:
        self.now = datetime(2020, 2, 13, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def register(clock: Clock) -> Iterator[Register]:
    with Register.in_memory(clock=clock, catalogue=CATALOGUE) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kudus.censusdesk"


@pytest.fixture
def made(path: Path, clock: Clock) -> Iterator[Register]:
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as opened:
        yield opened


def opened(path: Path, actor: str = "Budi", **options: object) -> Register:
    """The register at `path` once more, without backups unless asked for."""
    options.setdefault("backs_up", False)
    return Register.open(path, actor=actor, catalogue=CATALOGUE, **options)


def an_office(register: Register, name: str = "Dinas Pendidikan", **values: object) -> Office:
    """An office that is saved."""
    return register.offices.add(Office(id=register.ids(), name=name, **values))


def a_letter(register: Register, subject: str = "Sensus Penduduk", **values: object) -> Letter:
    """A letter that is saved."""
    return register.letters.add(Letter(id=register.ids(), subject=subject, **values))
