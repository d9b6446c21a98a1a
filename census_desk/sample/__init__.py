"""The sample campaign, written into a register step by step so that its history reads like one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from census_desk.register import Register
from census_desk.resource_files import read_json, read_rows
from census_desk.sample.rows import moment_of
from census_desk.sample.steps import Builder

FOLDER = "sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A campaign that ships with the desk."""

    folder: str
    name: str


def samples() -> tuple[Sample, ...]:
    """The campaigns to try, the first one offered first."""
    listed = read_json(f"{FOLDER}/samples.json")
    assert isinstance(listed, list)
    return tuple(Sample(folder=one["folder"], name=one["name"]) for one in listed)


def create(path: Path, *, actor: str) -> Register:
    """A new register at `path` that holds the sample; it begins when the campaign began.

    Raises what Register.create raises when the path is in use. The register is left open, and
    `actor` is who works in it from now on.
    """
    steps = read_rows(f"{FOLDER}/{samples()[0].folder}/steps.csv")
    first = moment_of(steps[0]["moment"]) - timedelta(minutes=1)
    register = Register.create(path, actor=steps[0]["actor"], moment=first)
    build(register)
    register.actor = actor
    return register


def build(
    register: Register, ids: Callable[[], str] | None = None, sample: Sample | None = None
) -> None:
    """Write the sample into an empty register: one commit per step, at the step's moment.

    Without `ids` every record gets the same id in every register, made from its step's moment.
    """
    chosen = sample or samples()[0]
    builder = Builder(register, f"{FOLDER}/{chosen.folder}", ids)
    actor = register.actor
    try:
        for step in builder.read("steps"):
            builder.take(step)
    finally:
        register.actor = actor
