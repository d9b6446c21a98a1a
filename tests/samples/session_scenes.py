"""Sosialisasi: every view of the schedule, its dialogs, what clashes, and its settings."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.samples.stage import Stage


def sessions(stage: Stage) -> None:
    """Sosialisasi: bulan, minggu, daftar, formulir, agenda, bentrok"""
    page = _page(stage)
    page.use_view("month")
    page.month.choose(date(2020, 2, 20))
    stage.shoot("30-sosialisasi-bulan")
    page.use_view("week")
    page._look("week").choose(date(2020, 2, 27))
    stage.shoot("30-sosialisasi-minggu")
    page.show_record(_session(stage, "Informatika").id)
    stage.shoot("31-sosialisasi-daftar")
    page.pane.edit()
    stage.shoot("32-sosialisasi-formulir")
    page.pane.escape()
    page.show_record(_session(stage, "Tingkat Kecamatan Jati").id)
    page.pane.edit()
    stage.shoot("32-sosialisasi-formulir-bentrok")
    page.pane.escape()
    page.use_view("agenda")
    page._look("agenda").form.inputs["person"].set("Nuraini Prameswari, S.ST.")
    page._look("agenda").refresh()
    stage.shoot("35-sosialisasi-agenda")
    page.use_view("clashes")
    stage.shoot("35-sosialisasi-bentrok")


def session_ways(stage: Stage) -> None:
    """Sosialisasi: bawa, pindah, tunda, rangkaian, ubah beberapa, kesalahan, daftar hadir"""
    page = _page(stage)
    _carried(stage, page)
    moved = _session(stage, "Perhubungan")
    page.show_record(moved.id)
    stage.shoot_dialog("36-sosialisasi-pindahkan", lambda: page._plans._ask_move(moved))
    stage.shoot_dialog("36-sosialisasi-batalkan", lambda: page._plans._ask_cancel(moved))
    first = _session(stage, "Tingkat Kecamatan Jekulo")
    stage.shoot_dialog("37-sosialisasi-rangkaian", lambda: page._plans._ask_series(first))
    page.pane.table.select_all()
    stage.shoot_dialog("38-sosialisasi-ubah-beberapa", page._plans._ask_many)
    page.show_record(_session(stage, "Informatika").id)
    stage.shoot_dialog("33-sosialisasi-daftar-hadir", lambda: page._sheets._ask(save=False))
    page.pane.presenter.new()
    stage.shoot("34-sosialisasi-baru")
    for name, text in {"title": "", "starts_at": "25.00"}.items():
        page.pane.form.inputs[name].set(text)
    page.pane.save()
    stage.shoot("34-sosialisasi-baru-kesalahan")
    page.pane.cancel()


def schedule_settings(stage: Stage) -> None:
    """Pengaturan: tempat, fasilitator, hari kerja, aturan jadwal"""
    assert stage.window is not None
    stage.window.go("settings")
    page = stage.window.pages["settings"]
    venues = list(stage.window.register.venues.all())
    page.show_record(venues[0].id)
    stage.shoot("39-tempat")
    page.show_section("facilitators")
    page.show_record(list(stage.window.register.facilitators.all())[2].id)
    stage.shoot("39-fasilitator")
    page.show_section("day_changes")
    stage.shoot("39-hari-kerja")
    page.show_section("schedule_rules")
    stage.shoot("39-aturan-jadwal")


SESSION_SCENES = (sessions, session_ways, schedule_settings)


def _carried(stage: Stage, page: Any) -> None:
    """A session in hand over a day that somebody else needs."""
    page.use_view("month")
    session = _session(stage, "Dinas Pertanian")
    page.month.choose(session.held_on, session.id)
    page.month._view.pick_up(session.id)
    page.month._view._carry_to(date(2020, 2, 25))
    stage.shoot("30-sosialisasi-dibawa")
    page.month._view._let_go()


def _page(stage: Stage) -> Any:
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go("sessions")
    stage.settle()
    return stage.window.pages["sessions"]


def _session(stage: Stage, words: str) -> Any:
    assert stage.window is not None
    return next(one for one in stage.window.register.sessions.all() if words in one.title)
