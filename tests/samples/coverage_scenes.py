"""Semua tentang OPD ini, and the whole coverage board, on the sample campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from census_desk.coverage.filters import Filter, RowChoice
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


def board(stage: Stage) -> None:
    """Beranda: papan cakupan, kecamatan terbuka, ditandai, disaring, per tanggal"""
    page = shown(stage, "home")
    page.show_section("coverage")
    front = page.front
    stage.shoot("12-cakupan-opd")
    front.board.move(4, 4)
    for _row in range(3):
        front.board.mark()
        front.board.move(2)
    stage.shoot("12-cakupan-ditandai")
    front.escape()
    front.use_shown(RowChoice.AREAS)
    front.list_as_listed()
    front.board.column = 0
    front.board.move(1)
    front.board.fold(is_open=True)
    stage.shoot("13-cakupan-kecamatan")
    front.use_shown(RowChoice.ALL)
    stage.shoot("13-cakupan-semua")
    front.use_shown(RowChoice.AREAS)
    stage.shoot_dialog("14-cakupan-saringan", front.choose_filter)
    front.ask_day()
    stage.shoot_dialog("14-cakupan-tanggal", lambda: None)
    front.use_shown(RowChoice.OFFICES)
    front.list_by_need()
    front._filtered(Filter.LETTER_NOT_RECEIVED)
    stage.shoot("15-cakupan-surat-belum-diterima")
    stage.shoot_dialog(
        "15-cakupan-undang", lambda: front.deeds.invite(front.presenter.rows.matching[:5])
    )
    stage.shoot_dialog(
        "15-cakupan-ingatkan", lambda: front.deeds.remind(front.presenter.rows.matching)
    )
    front.presenter.show_day("17/02/2020")
    front._show()
    stage.shoot("16-cakupan-per-tanggal")
    front.escape()
    front.escape()
    page.show_section("today")


COVERAGE_SCENES: tuple[Callable[[Stage], None], ...] = (board, about)


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
