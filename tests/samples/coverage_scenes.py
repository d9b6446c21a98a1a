"""Semua tentang OPD ini, on the sample campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.samples.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable


def about(stage: Stage) -> None:
    """OPD & ASN: semua tentang satu OPD"""
    page = shown(stage, "progress")
    office = office_named(stage, "Diskominfo")
    page.show_record(f"about:{office.id}")
    page.front.shown()
    stage.shoot("53-opd-semua")
    page.front.story.move(99)
    stage.shoot("53-opd-semua-bawah")
    page.show_section("offices")


COVERAGE_SCENES: tuple[Callable[[Stage], None], ...] = (about,)


def shown(stage: Stage, name: str) -> Any:
    """A page in front."""
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go(name)
    stage.settle()
    return stage.window.pages[name]


def office_named(stage: Stage, short_name: str) -> Any:
    """An office of the sample by its short name."""
    assert stage.window is not None
    return next(one for one in stage.window.register.offices.all() if one.short_name == short_name)
