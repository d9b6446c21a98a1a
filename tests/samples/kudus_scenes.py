"""Every page of the desk on the sample campaign, with its forms, dialogs and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from census_desk import editing, sample
from census_desk.letters.letter import LetterStatus
from tests.samples.attendance_scenes import ATTENDANCE_SCENES
from tests.samples.coverage_scenes import COVERAGE_SCENES
from tests.samples.letter_scenes import LETTER_SCENES
from tests.samples.plan_scenes import PLAN_SCENES
from tests.samples.session_scenes import SESSION_SCENES
from tests.samples.stage import SAMPLE_DAY, Stage
from tests.samples.visit_scenes import VISIT_SCENES
from ui.presenters.settings import SECTIONS
from ui.widgets.column_chooser import choose_columns

LATER = date(2020, 2, 24)
CLERK = "Sri Hastuti Wulandari"


def home(stage: Stage) -> None:
    """Beranda"""
    window = kudus(stage)
    stage.shoot("10-beranda")
    page = window.pages["home"].today
    page._to_due()
    stage.shoot("11-beranda-perlu-dikerjakan")
    page._escape()


def letters(stage: Stage) -> None:
    """Surat: daftar, formulir, pratinjau, kesalahan, versi ganda"""
    page = shown(stage, "letters")
    pane = page.pane
    letter = next(r for r in all_of(stage, "letters") if r.status is not LetterStatus.DRAFT)
    page.show_record(letter.id)
    drawn = lambda: pane.preview._page is not None  # noqa: E731
    stage.settle(drawn)
    stage.shoot("20-surat")
    pane.edit()
    stage.shoot("21-surat-formulir")
    if pane.split.is_narrow:
        pane.toggle_preview()
        stage.shoot("22-surat-pratinjau")
        pane.toggle_preview()
    pane.escape()
    new_with_problems(stage, pane, "23-surat-baru", {"subject": "", "dated_on": "31/02/2020"})
    stale(stage, pane, next(r for r in all_of(stage, "letters") if r.status is LetterStatus.DRAFT))
    stage.shoot_dialog("26-surat-kolom", lambda: choose_columns(pane, pane.presenter.model))


def offices(stage: Stage) -> None:
    """OPD & ASN"""
    page = shown(stage, "progress")
    employee = all_of(stage, "employees")[0]
    page.show_record(employee.office_id)
    for name in ("recaps", "employees"):
        page.pane.panel.show_list(name)
        stage.shoot(f"50-opd-{name}")
    page.pane.panel.add("recaps")
    stage.shoot_dialog("51-opd-rekap-baru", lambda: None)
    page.pane.edit()
    stage.shoot("52-opd-formulir")
    page.pane.escape()


def staff(stage: Stage) -> None:
    """Petugas"""
    page = shown(stage, "staff")
    page.show_record(all_of(stage, "officers")[0].id)
    stage.shoot("55-petugas")


def deleting(stage: Stage) -> None:
    """menghapus dengan pesan dan Urungkan"""
    page = shown(stage, "staff")
    page.show_record(all_of(stage, "officers")[-1].id)
    page.pane.presenter.delete()
    stage.shoot("56-petugas-dihapus")
    page.pane.presenter.undo()
    stage.shoot("57-petugas-diurungkan")
    page = shown(stage, "visits")
    page.show_record(all_of(stage, "visits")[-1].id)
    page.pane.presenter.delete()  # refused: an obstacle names it
    stage.shoot("43-pendampingan-masih-dipakai")


def history(stage: Stage) -> None:
    """Riwayat"""
    page = shown(stage, "history")
    page.table.focus_table()
    stage.shoot("60-riwayat")
    page.show_record(all_of(stage, "letters")[0].id)
    stage.shoot("61-riwayat-satu-catatan")


def settings(stage: Stage) -> None:
    """Pengaturan, setiap bagian"""
    page = shown(stage, "settings")
    for section in SECTIONS:
        page.show_section(section.id)
        stage.shoot(f"70-pengaturan-{section.id}")
        if section.collection and (records := all_of(stage, section.collection)):
            page.show_record(records[0].id)
            page.made[section.id].edit()
            stage.shoot(f"70-pengaturan-{section.id}-formulir")
    _own_layouts(stage, page)
    page.show_section("office")
    pane = page.made["office"]
    before = pane.form.texts()
    pane.form.set_texts(before | {"office_name": ""})
    pane._edited("office_name")
    pane.save_button.invoke()
    stage.shoot("71-pengaturan-kesalahan")
    pane.form.set_texts(before)
    pane._edited("office_name")


def _own_layouts(stage: Stage, page: Any) -> None:
    """A copy of a layout and of a template, in their forms, and what can be copied."""
    for name in ("templates", "profiles"):
        page.show_section(name)
        pane = page.made[name]
        stage.shoot_dialog(f"70-pengaturan-{name}-salin", pane.new)
        pane._copy(pane.sharing.every()[0])
        sample = getattr(pane, "preview", None)
        stage.shoot(
            f"70-pengaturan-{name}-formulir", lambda s=sample: s is None or s.presenter.count > 0
        )


def palette_and_help(stage: Stage) -> None:
    """Ctrl+K, F1, Tentang"""
    from ui import general

    shown(stage, "letters")
    assert stage.window is not None
    window = stage.window
    stage.shoot_dialog("90-cari", lambda: general.open_palette(window))
    stage.shoot_dialog("91-cari-hasil", lambda: general.open_palette(window), _searching)
    stage.shoot_dialog("92-bantuan", lambda: general.show_keys(window))


def banners(stage: Stage) -> None:
    """tanggal kerja lain dan baca-saja"""
    from census_desk.register import Register

    assert stage.window is not None
    path = stage.window.register.path
    assert path is not None
    stage.open(Register.open(path, actor=CLERK), today=LATER)
    stage.shoot("95-tanggal-kerja")
    stage.open(Register.open(path, actor=CLERK, read_only=True))
    stage.shoot("96-baca-saja")


KUDUS_SCENES = (
    *(home, history, letters, *LETTER_SCENES, *SESSION_SCENES, *VISIT_SCENES),
    *(offices, *COVERAGE_SCENES, staff, deleting),
    *ATTENDANCE_SCENES,
    *(settings, palette_and_help, banners),
    *PLAN_SCENES,
)


def kudus(stage: Stage) -> Any:
    """The sample's window, on a file so that it has backups."""
    path = stage.home / "kudus-2020.censusdesk"
    return stage.open(sample.create(path, actor=CLERK), today=SAMPLE_DAY)


def shown(stage: Stage, name: str) -> Any:
    """A page in front."""
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go(name)
    stage.settle()
    return stage.window.pages[name]


def all_of(stage: Stage, collection: str) -> list[Any]:
    """The records of the sample's window."""
    assert stage.window is not None
    return list(stage.window.register.collection(collection).all())


def new_with_problems(stage: Stage, pane: Any, name: str, texts: dict[str, str]) -> None:
    """A new record as it begins, then saved with mistakes: the sentences under their fields."""
    pane.presenter.new()
    stage.shoot(name)
    pane.form.set_texts({**pane.form.texts(), **texts})
    pane._edited(next(iter(texts)))
    pane.save()
    stage.shoot(f"{name}-kesalahan")
    pane.cancel()


def stale(stage: Stage, pane: Any, letter: Any) -> None:
    """Somebody saved the record while it was being typed in: both versions."""
    assert stage.window is not None
    pane.show_record(letter.id)
    pane.edit()
    stage.window.message.hide()
    pane.form.set_texts({**pane.form.texts(), "subject": f"{letter.subject} (Segera)"})
    pane._edited("subject")
    newer = replace(letter, subject=f"{letter.subject} Minggu Kedua")
    editing.change(stage.window.register, newer)
    stage.shoot_dialog("25-surat-dua-versi", pane.save)
    pane.cancel()
    stage.window.register.undo()


def _searching(palette: Any) -> None:
    palette._typed.set("kes")
    palette.update()
    palette._list()
