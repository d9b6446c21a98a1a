"""Surat: every section, the checker, the dialogs of a letter on its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from census_desk import editing
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.incoming_mail import dispose, register_incoming
from census_desk.letters.issuing import issue
from census_desk.letters.ledger.reserving import record_elsewhere, reserve_block
from census_desk.letters.letter import LetterStatus
from census_desk.programme import PhaseKind, phase_in_force
from tests.samples.stage import SAMPLE_DAY, Stage
from ui.presenters.code_import import CodeImport
from ui.presenters.letters import starts
from ui.widgets.code_import_dialog import CodeImportDialog


def beginnings(stage: Stage) -> None:
    """templat, formulir menurut jenis, penyunting isi, bidang"""
    page = _page(stage)
    pane = page.pane
    stage.shoot_dialog("27-surat-templat", pane.new)
    every = starts(pane.workplace)
    invitation = next(one for one in every if "bagi perangkat daerah" in one.name)
    stage.shoot_dialog("27-surat-tentang", lambda: pane.begin(invitation))
    for name, words in (("undangan", "bagi perangkat daerah"), ("tugas", "tugas pendampingan")):
        pane.new_from(next(one for one in every if words in one.name))
        _to_field(pane, "assignees" if name == "tugas" else "recipients")
        stage.settle(lambda: not pane.preview._is_of_another)
        stage.shoot(f"27-surat-{name}")
        _to_field(pane, "body")
        pane.body.entry.insert("1.0", "Bagi {jumlah_asm} ASN. ")
        stage.settle()
        stage.shoot(f"27-surat-{name}-isi")
        if name == "undangan":
            stage.shoot_dialog("27-surat-bidang", pane.body.pick_field)
        pane.cancel()


def letter_ways(stage: Stage) -> None:
    """pemeriksaan, terbit, tindak lanjut, cetak banyak"""
    page = _page(stage)
    pane = page.pane
    _faulty(stage)
    draft = next(r for r in _all(stage, "letters") if r.status is LetterStatus.DRAFT)
    page.show_record(draft.id)
    pane.check()
    stage.shoot("27-surat-diperiksa")
    pane.check_panel.table.show("001")
    pane.check_panel._chosen()
    pane.check_panel._enter(None)
    stage.shoot("27-surat-ke-isian")
    stage.shoot_dialog("27-surat-terbitkan", pane.issue)
    pane.close_check()
    pane.escape()
    stage.shoot_dialog("27-surat-simpan-templat", pane.save_template)
    letter = next(r for r in _all(stage, "letters") if r.number)
    page.show_record(letter.id)
    pane.panel.select_late()
    stage.shoot("27-surat-terlambat")
    stage.shoot_dialog("27-surat-banyak", page.front._ask_bulk)
    stage.shoot_dialog("27-surat-selesai", pane.close_letter)
    stage.shoot_dialog("27-surat-batalkan", pane.void)


def issued(stage: Stage) -> None:
    """naskah beku, pindaian, ralat, Beranda"""
    page = _page(stage)
    pane = page.pane
    _issue_another(stage)
    page.show_record(_all(stage, "issued_papers")[-1].letter_id)
    pane.edit()
    stage.settle(lambda: pane.preview._page is not None)
    stage.shoot("27-surat-terbit")
    stage.shoot_dialog("27-surat-revisi", pane.revise)
    stage.shoot_dialog("27-surat-berkas", pane.choose_kept)
    pane.escape()
    stage.shoot_dialog("27-surat-tanpa-pindaian", pane.choose_unscanned)
    _move_phase(stage)
    stage.shoot_dialog("27-surat-perlu-ralat", pane.choose_stale)
    assert stage.window is not None
    stage.window.go("home")
    stage.window.pages["home"].today._to_due()
    stage.shoot("11-beranda-surat-jatuh-tempo")
    stage.window.register.undo()


def incoming(stage: Stage) -> None:
    """Surat masuk dan disposisi"""
    page = _page(stage)
    page.show_section("incoming")
    stage.shoot("28-surat-masuk-kosong")
    _some_mail(stage)
    letter = _all(stage, "incoming_letters")[0]
    page.show_record(letter.id)
    stage.shoot("28-surat-masuk")
    page.front.pane.edit()
    stage.shoot("28-surat-masuk-formulir")
    page.front.pane.escape()
    stage.shoot_dialog("28-disposisi", page.front.dispose)
    stage.shoot_dialog("28-jawab", page.front.answer)


def numbers(stage: Stage) -> None:
    """Buku nomor"""
    page = _page(stage)
    _some_numbers(stage)
    page.show_section("numbers")
    front = page.front
    front.presenter.choose("Edaran", SAMPLE_DAY.year)
    front._show_choice()
    front.table.show(_all(stage, "numbers")[0].id)
    front._selected()
    stage.shoot("29-buku-nomor")
    for name, ask in (
        ("cadangkan", front.reserve),
        ("nomor-dari-luar", front.elsewhere),
        ("sisipkan", front.insert),
        ("batalkan-nomor", front.void),
    ):
        stage.shoot_dialog(f"29-{name}", ask)
    stage.shoot_dialog("29-impor-klasifikasi", lambda: _import_codes(stage, front))
    front.presenter.choose("BPS", SAMPLE_DAY.year)
    front._show_choice()
    stage.shoot("29-buku-nomor-kosong")


def verifying(stage: Stage) -> None:
    """Periksa kode"""
    page = _page(stage)
    page.show_section("verify")
    stage.shoot("29-periksa-kode-kosong")
    papers = _all(stage, "issued_papers")
    for name, code in (("periksa-kode", papers[-1].code), ("kode-tidak-dikenal", "7K3Q-X9MP-HW")):
        page.front.code.set(code)
        page.front.check()
        stage.shoot(f"29-{name}")
    page.show_section("outgoing")


LETTER_SCENES = (beginnings, letter_ways, issued, incoming, numbers, verifying)


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


def _to_field(pane: Any, name: str) -> None:
    pane.form.update_idletasks()
    pane.form.focus_field(name)
    pane.form.see(pane.form.inputs[name])


def _issue_another(stage: Stage) -> None:
    """A second circular of the day, issued: its paper is frozen."""
    from ui.papers import letter_draw

    assert stage.window is not None
    register = stage.window.register
    first = next(r for r in _all(stage, "letters") if r.number)
    second = replace(
        first,
        id=register.ids(),
        number="",
        status=LetterStatus.DRAFT,
        dated_on=SAMPLE_DAY,
        subject="Pemutakhiran Data Kependudukan Aparatur Sipil Negara",
    )
    editing.add(register, second)
    draw = letter_draw(register)
    issue(register, second.id, on=SAMPLE_DAY, draw=draw, despite="contoh layar")


def _move_phase(stage: Stage) -> None:
    """The online phase is longer from the working day on."""
    assert stage.window is not None
    register = stage.window.register
    phase = phase_in_force(_all(stage, "phases"), PhaseKind.ONLINE, SAMPLE_DAY)
    assert phase is not None
    moved = replace(
        phase, id=register.ids(), known_from=SAMPLE_DAY, ends_on=date(2020, 5, 29), source="contoh"
    )
    editing.add(register, moved)


def _import_codes(stage: Stage, parent: Any) -> None:
    path = stage.home / "klasifikasi.csv"
    rows = "999.1;Contoh kode baru\n500.14;STATISTIK\nlima ratus;Bukan kode\n"
    path.write_text(f"Kode;Uraian\n{rows}", encoding="utf-8")
    workplace = parent.workplace
    dialog = CodeImportDialog(parent, workplace, CodeImport(workplace), path)
    dialog.open(dialog.take_button)
