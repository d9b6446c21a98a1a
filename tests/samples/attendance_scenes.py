"""Kehadiran: a sheet that comes back, the desk at the door, the figures, a session's file."""

from __future__ import annotations

from typing import Any

from tests.samples.stage import Stage
from ui.papers import attendance_pdf


def _page(stage: Stage) -> Any:
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go("attendance")
    stage.settle()
    return stage.window.pages["attendance"]


def _session(stage: Stage, word: str) -> Any:
    assert stage.window is not None
    sessions = stage.window.register.sessions.all()
    return next(one for one in sessions if word in one.title)


def entering(stage: Stage) -> None:
    """Kehadiran: lembar kembali, pratinjau, kalimat kesalahan"""
    assert stage.window is not None
    register = stage.window.register
    page = _page(stage)
    session = _session(stage, "Informatika")
    attendance_pdf(register, session.id)
    page.show_record(session.id)
    entry = page.section("entry")
    entry.presenter.use_session()
    stage.shoot("70-kehadiran-lembar")
    entry.text.set(
        "tidak hadir: 3, 7, 12-15; diwakili: 9 oleh Siti Aminah, S.E.; tambahan: 41 Tamu"
    )
    entry.mark_all()
    stage.shoot("71-kehadiran-pratinjau")
    entry.text.set("tidak hadir: 3, 3, 12-; izin: 99; cuti: 4")
    entry._plan()
    stage.shoot("72-kehadiran-kalimat")
    entry.clear_typed()
    entry._plan()


def door(stage: Stage) -> None:
    """Kehadiran: meja daftar"""
    page = _page(stage)
    page.show_record(_session(stage, "Informatika").id)
    page.show_section("door")
    front = page.front
    front.presenter.refresh()
    front.text.set("an")
    stage.shoot("73-meja-daftar-mencari")
    front.clear()
    for name in ("Tamu dari Radar Kudus", "Wartawan Suara Muria"):
        front.presenter.guest(name)
    stage.shoot("74-meja-daftar-tercatat")
    front.presenter.enter("UH1RUSAK22")
    stage.shoot("75-meja-daftar-kode")
    front.presenter.undo()
    front.presenter.undo()
    page.show_section("entry")


def figures(stage: Stage) -> None:
    """Kehadiran: rekap per OPD, per sesi, per kecamatan"""
    page = _page(stage)
    page.show_section("figures")
    front = page.front
    stage.shoot("76-rekap-opd")
    for by in ("sesi", "kecamatan", "bulan"):
        front._by.set(by)
        front._changed()
        stage.shoot(f"77-rekap-{by}")
    front.first.set("31/02/2020")
    front._changed()
    stage.shoot("78-rekap-tanggal-salah")
    front.first.set("")
    page.show_section("entry")


def session_file(stage: Stage) -> None:
    """Kehadiran: berkas sesi dan menutupnya"""
    page = _page(stage)
    page.show_record(_session(stage, "Informatika").id)
    page.show_section("file")
    stage.shoot("79-berkas-sesi")
    stage.shoot_dialog("79-berkas-sesi-menutup", page.front.presenter.close)
    page.show_section("entry")


ATTENDANCE_SCENES = (entering, door, figures, session_file)
