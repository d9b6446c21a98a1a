"""Surat: every section, the checker, the dialogs of a letter on its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from census_desk import editing
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.incoming_mail import dispose, register_incoming
from census_desk.letters.ledger.reserving import record_elsewhere, reserve_block
from census_desk.letters.letter import LetterStatus
from tests.samples.stage import SAMPLE_DAY, Stage


def letter_ways(stage: Stage) -> None:
    """templat, pemeriksaan, terbit, cetak banyak"""
    page = _page(stage)
    pane = page.pane
    stage.shoot_dialog("27-surat-templat", pane.new)
    _faulty(stage)
    draft = next(r for r in _all(stage, "letters") if r.status is LetterStatus.DRAFT)
    page.show_record(draft.id)
    pane.check()
    stage.shoot("27-surat-diperiksa")
    stage.shoot_dialog("27-surat-terbitkan", pane.issue)
    pane.close_check()
    pane.escape()
    letter = next(r for r in _all(stage, "letters") if r.number)
    page.show_record(letter.id)
    pane.panel.select_late()
    stage.shoot("27-surat-terlambat")
    stage.shoot_dialog("27-surat-banyak", page.front._ask_bulk)


def incoming(stage: Stage) -> None:
    """Surat masuk dan disposisi"""
    page = _page(stage)
    _some_mail(stage)
    page.show_section("incoming")
    letter = _all(stage, "incoming_letters")[0]
    page.show_record(letter.id)
    stage.shoot("28-surat-masuk")
    page.front.pane.edit()
    stage.shoot("28-surat-masuk-formulir")
    page.front.pane.escape()
    stage.shoot_dialog("28-disposisi", page.front.dispose)


def numbers(stage: Stage) -> None:
    """Buku nomor"""
    page = _page(stage)
    _some_numbers(stage)
    page.show_section("numbers")
    page.front.presenter.choose("Edaran", SAMPLE_DAY.year)
    page.front._show_choice()
    stage.shoot("29-buku-nomor")
    stage.shoot_dialog("29-cadangkan", page.front.reserve)


def verifying(stage: Stage) -> None:
    """Periksa kode"""
    page = _page(stage)
    page.show_section("verify")
    page.front.code.set("7K3Q-X9MP-HW")
    page.front.check()
    stage.shoot("29-periksa-kode")
    page.show_section("outgoing")


LETTER_SCENES = (letter_ways, incoming, numbers, verifying)


def _page(stage: Stage) -> Any:
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go("letters")
    stage.settle()
    return stage.window.pages["letters"]


def _all(stage: Stage, collection: str) -> list[Any]:
    assert stage.window is not None
    return list(stage.window.register.collection(collection).all())


def _faulty(stage: Stage) -> None:
    """A draft with what a Sekda clerk sees at once."""
    assert stage.window is not None
    register = stage.window.register
    draft = next(r for r in _all(stage, "letters") if r.status is LetterStatus.DRAFT)
    body = f"{draft.body}\n\nRapat dilaksanakan pada Senin, 21 Februari 2020 pukul 09:00."
    editing.change(register, replace(draft, body=body, classification="500.14.2"))


def _some_mail(stage: Stage) -> None:
    assert stage.window is not None
    register = stage.window.register
    if register.incoming_letters.count() > 1:
        return
    letter = IncomingLetter(
        id=register.ids(),
        received_on=date(2020, 2, 11),
        sender="BPS Kabupaten Kudus",
        number="B-0112/33190/PR.100/2/2020",
        dated_on=date(2020, 2, 10),
        subject="Permohonan Dukungan Sensus Penduduk 2020",
        summary="Mohon edaran agar ASN mengisi sensus secara daring.",
        reply_due_on=date(2020, 2, 20),
    )
    saved = register_incoming(register, letter, on=SAMPLE_DAY)
    for giver, taker in (("Sekretaris Daerah", "Asisten I"), ("Asisten I", "Bagian Pemerintahan")):
        dispose(
            register,
            saved.id,
            from_post=giver,
            to_posts=(taker,),
            on=date(2020, 2, 12),
            instructions=("Siapkan jawaban",),
        )


def _some_numbers(stage: Stage) -> None:
    assert stage.window is not None
    register = stage.window.register
    reserve_block(register, "Edaran", day=SAMPLE_DAY, on=SAMPLE_DAY, count=3)
    number = "470/404/2020"
    record_elsewhere(register, "Edaran", text=number, dated_on=SAMPLE_DAY, on=SAMPLE_DAY,
                     subject="Kerja bakti menyambut sensus")  # fmt: skip
