"""What a clerk meets first: the welcome, the short form, an empty register, a damaged one."""

from __future__ import annotations

from pathlib import Path

from census_desk import setting_up
from census_desk.errors import CensusDeskError
from census_desk.register import Register
from census_desk.register.errors import CannotOpen
from tests.samples.stage import Stage
from ui.pages import PAGES
from ui.views.welcome import Welcome
from ui.widgets.dialogs import Dialogs, show_failure, show_progress
from ui.workplace import Task

PATI = "33.18"
SENTENCE = (
    "Ada kesalahan dalam program. Yang sudah tersimpan tetap aman; "
    "coba sekali lagi, dan bila berulang kirimkan rincian ini."
)


def welcome(stage: Stage) -> None:
    """layar pertama, formulir register baru, kesalahan di bawah isian"""
    view = on_welcome(stage, None)
    stage.shoot("01-awal")
    view.show_setup()
    stage.shoot("02-register-baru")
    view.form.make_button.invoke()
    stage.shoot("03-register-baru-kesalahan")
    view.form.regency.text.set("Pati")
    view.form.regency.settle()
    stage.shoot("04-register-baru-terisi")


def damaged(stage: Stage) -> None:
    """register rusak dengan cadangan yang ditawarkan"""
    path = stage.home / "Dokumen" / "kabupaten-pati.censusdesk"
    path.parent.mkdir(parents=True, exist_ok=True)
    with a_new_register(path, "Sri Hastuti") as register:
        register.backup("contoh")
    path.write_bytes(path.read_bytes()[:4096] + b"\0" * 4096)
    stage.preferences.remember_register(path)
    on_welcome(stage, refusal(path))
    stage.shoot("05-register-rusak")
    stage.preferences.forget_register(path)


def empty_pages(stage: Stage) -> None:
    """setiap halaman tanpa isi"""
    window = stage.open(a_new_register(stage.home / "kosong.censusdesk", "Sri Hastuti"))
    for name in PAGES:
        window.go(name)
        stage.shoot(f"06-kosong-{name}")
    window.go("sessions")
    window.pages["sessions"].use_view("list")
    stage.shoot("06-kosong-sessions-daftar")
    window.pages["sessions"].use_view("month")
    window.pages["settings"].show_section("office")


def last_resort(stage: Stage) -> None:
    """kesalahan program dan pekerjaan panjang"""
    details = "Traceback (most recent call last):\n  …\nValueError: contoh"
    stage.shoot_dialog("08-kesalahan", lambda: show_failure(stage.root, SENTENCE, details))
    task = Task()
    task.step(17, 43, "Menyusun 43 lembar")
    stage.shoot_dialog(
        "09-pekerjaan-panjang",
        lambda: show_progress(stage.root, "Menyiapkan lembar tiap OPD", task),
    )


FIRST_SCENES = (welcome, damaged, empty_pages, last_resort)


def on_welcome(stage: Stage, problem: CensusDeskError | None) -> Welcome:
    """The first screen as App puts it on the root."""
    stage.clear()
    view = Welcome(
        stage.root,
        Dialogs(stage.root),
        stage.preferences,
        lambda path: None,
        problem,
        actor="Sri Hastuti",
        documents=Path("Dokumen Saya"),  # only shown: nothing is made there
    )
    view.grid(row=0, column=0, columnspan=2, sticky="nsew")
    stage.settle()
    return view


def a_new_register(path: Path, actor: str) -> Register:
    """A register as the short form makes it."""
    register = Register.create(path, actor=actor)
    setting_up.set_up(
        register,
        regency_code=PATI,
        office_name="Sekretariat Daerah Kabupaten Pati",
        emblem="",
        new_id=register.ids,
    )
    return register


def refusal(path: Path) -> CannotOpen:
    """Why the register cannot be opened."""
    try:
        Register.open(path, actor="Sri Hastuti").close()
    except CannotOpen as problem:
        return problem
    raise AssertionError("the damaged register opened")
