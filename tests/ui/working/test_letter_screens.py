"""The screens of letters as widgets: next step, frozen forms, findings in the text, dialogs."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.letters.classification import Family
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterStatus
from tests.screen import wait_until
from ui import theme
from ui.forms import Field
from ui.papers import letter_draw
from ui.presenters.code_import import CodeImport
from ui.views import letters
from ui.widgets.body_input import BodyInput
from ui.widgets.chosen_line import ChosenLine
from ui.widgets.code_import_dialog import CodeImportDialog
from ui.widgets.due_list import DueList
from ui.widgets.form_dialog import FormDialog
from ui.widgets.head import Head
from ui.widgets.kept_files import UnscannedDialog
from ui.widgets.palette import Palette, PaletteEntry
from ui.widgets.pdf_preview import PdfPreview

pytestmark = pytest.mark.gui
DAY = date(2020, 2, 21)


@pytest.fixture(autouse=True)
def dressed(root):
    """The desk's own look and type before and after each test."""
    theme.use("light")
    theme.set_font_size(root, theme.USUAL)
    yield
    theme.set_font_size(root, theme.USUAL)


@pytest.fixture
def pane(root, workplace):
    page = letters.Page(root, workplace)
    page.place(x=0, y=0, width=1090, height=610)
    page.build()
    page.refresh(None)
    root.geometry("1090x610")
    root.deiconify()
    wait_until(root, lambda: page.winfo_width() == 1090)
    root.update()
    return page.pane


def draft_of(register):
    return next(one for one in register.letters.all() if one.status is LetterStatus.DRAFT)


def issued(register):
    draft = draft_of(register)
    register.letters.replace(replace(draft, dated_on=DAY, classification="470"))
    issue(register, draft.id, on=DAY, draw=letter_draw(register), despite="uji")
    return draft.id


def press(root, widget, sequence):
    widget.focus_force()
    widget.event_generate(sequence)
    root.update()


def closed(dialog):
    dialog.grab_release()
    dialog.destroy()


# the form


def test_the_button_beside_the_form_names_the_next_step(root, pane, register):
    pane.show_record(draft_of(register).id)
    pane.edit()
    assert pane.next_button.cget("text") == "Periksa"

    letter_id = issued(register)
    pane.refresh()
    pane.show_record(letter_id)
    pane.edit()
    assert pane.next_button.cget("text") == "Sudah ditandatangani"

    pane.next_button.invoke()
    pane.refresh()
    assert pane.next_button.cget("text") == "Simpan pindaian…"


def test_an_issued_letter_can_be_read_but_only_its_note_written(root, pane, register):
    pane.show_record(issued(register))
    pane.edit()
    root.update()

    assert str(pane.body.entry.cget("state")) == "disabled"
    assert str(pane.form.inputs["note"].entry.cget("state")) == "normal"
    assert "dibekukan" in pane.status.cget("text")


def test_a_draft_after_an_issued_letter_can_be_written_again(root, pane, register):
    other = replace(draft_of(register), id=register.ids(), subject="Draf lain")
    register.letters.add(other)
    pane.refresh()
    pane.show_record(issued(register))
    pane.show_record(other.id)

    assert str(pane.body.entry.cget("state")) == "normal"


def test_a_finding_leads_to_the_very_words(root, pane, register):
    draft = draft_of(register)
    body = f"{draft.body}\n\nRapat dilaksanakan Senin, 21 Februari 2020."
    register.letters.replace(replace(draft, body=body))
    pane.refresh()
    pane.show_record(draft.id)

    pane.check()
    row = next(
        r for r in pane.check_panel._rows.values() if "jatuh pada hari" in r.finding.sentence
    )
    pane.jump_to(row.finding)

    assert pane.body._selected() == "21 Februari 2020"


def test_the_facts_of_the_chosen_session_are_not_missing(root, pane, workplace, register):
    session = register.sessions.all()[0]
    pane.show_record(draft_of(register).id)
    texts = pane.form.texts() | {"body": "Tempat: {sesi.tempat}.", "session_id": ""}
    pane.form.set_texts(texts)
    pane._note_fields()
    before = pane.body._notes.cget("text")
    pane.form.set_texts(texts | {"session_id": session.id})
    pane._edited("session_id")

    assert "{sesi.tempat}" in before
    assert pane.body._notes.cget("text") == ""


# the editor


def test_the_tools_work_on_the_lines_of_the_selection(root):
    body = BodyInput(root)
    body.set("Mengisi\nMelapor")
    body.entry.tag_add("sel", "1.0", "end-1c")

    body.tools["deeper"].run()
    body.tools["deeper"].run()

    assert body.get() == "   a. Mengisi\n   b. Melapor"


def test_an_unknown_field_is_marked_in_the_text(root):
    body = BodyInput(root)
    body.set("{opd} dan {odp}")

    assert [str(one) for one in body.entry.tag_ranges("known")] == ["1.0", "1.5"]
    assert [str(one) for one in body.entry.tag_ranges("unknown")] == ["1.10", "1.15"]


def test_the_lines_of_an_event_stand_below_the_line_with_the_cursor(root):
    body = BodyInput(root)
    body.set("kehadiran Saudara pada:")
    body.tools["event"].run()

    assert body.get().startswith("kehadiran Saudara pada:\n\n::: acara\nhari, tanggal : …\n")


def test_the_buttons_take_back_what_was_typed(root):
    body = BodyInput(root)
    body.set("Isi")
    body.insert_field("opd")
    body.tools["undo"].run()
    undone = body.get()
    body.tools["redo"].run()

    assert (undone, body.get()) == ("Isi", "{opd}Isi") or (undone, body.get()) == (
        "Isi",
        "Isi{opd}",
    )


def test_a_key_with_shift_is_not_that_of_the_tool_without(root):
    body = BodyInput(root)
    body.pack()
    root.deiconify()
    wait_until(root, body.entry.winfo_viewable)
    body.set("penting")
    body.entry.tag_add("sel", "1.0", "end-1c")
    press(root, body.entry, "<Control-Shift-Key-B>")

    assert body.get() == "penting"


# dialogs


def test_a_list_explains_its_marked_line(root):
    entries = [
        PaletteEntry(text="Satu", detail="Kegunaan satu", run=lambda: None),
        PaletteEntry(text="Dua", detail="Kegunaan dua", run=lambda: None),
    ]
    palette = Palette(root, lambda text: entries, explain=True)
    first = palette.told.cget("text")
    palette._step(1)

    assert (first, palette.told.cget("text")) == ("Kegunaan satu", "Kegunaan dua")
    assert palette.rows.get(0).strip() == "Satu"
    closed(palette)


def test_a_dialog_asks_only_what_the_answer_before_calls_for(root, workplace):
    fields = (Field(name="kind", label="Jenis"), Field(name="why", label="Alasan"))
    root.deiconify()
    dialog = FormDialog(
        root,
        "Uji",
        fields,
        workplace.lookup,
        texts={"kind": "", "why": ""},
        save=lambda texts: {},
        shown=lambda texts: {"kind", "why"} if texts["kind"] else {"kind"},
        danger=True,
    )
    before = dialog.form.inputs["why"].winfo_manager()
    dialog.form.inputs["kind"].text.set("sisipan")
    root.update()

    assert before == ""
    assert dialog.form.inputs["why"].winfo_manager() == "grid"
    dialog.close()


def test_codes_are_looked_at_and_saved_only_by_the_button(root, workplace, tmp_path):
    path = tmp_path / "kode.csv"
    path.write_text("Kode;Uraian\n999.1;Contoh\nrusak;Rusak\n", encoding="utf-8")
    dialog = CodeImportDialog(root, workplace, CodeImport(workplace), path)
    dialog.model.select("r000000")
    dialog._tell()

    assert dialog.model.count == 2
    assert dialog.chosen.told.cget("text").startswith("Baris 3")
    assert workplace.register.classifications.count() == 0
    dialog.take_button.invoke()
    assert any(one.code == "999.1" for one in workplace.register.classifications.all())


def test_another_list_reads_the_file_anew(root, workplace, tmp_path):
    path = tmp_path / "kode.csv"
    path.write_text("Kode;Uraian\n005;Undangan\n", encoding="utf-8")
    dialog = CodeImportDialog(root, workplace, CodeImport(workplace), path)
    dialog.family.set(Family.OLDER.value)
    dialog.read()

    assert dialog.preview.read.codes[0].family is Family.OLDER
    closed(dialog)


def test_a_file_that_cannot_be_read_leaves_nothing_to_import(root, workplace, tmp_path):
    path = tmp_path / "kode.xlsx"
    path.write_bytes(b"PK\x03\x04rusak")
    dialog = CodeImportDialog(root, workplace, CodeImport(workplace), path)

    assert "kode.xlsx" in dialog.facts.cget("text")
    assert dialog.take_button.instate(["disabled"])
    closed(dialog)


def test_letters_without_a_scan_follow_the_days_typed(root, workplace, register):
    opened, scanned = [], []
    dialog = UnscannedDialog(root, workplace, on_open=opened.append, on_scan=scanned.append)
    first = dialog.model.count
    dialog.days.text.set("3650")
    later = dialog.model.count
    dialog.days.text.set("tujuh")
    told = dialog.facts.cget("text")
    dialog.days.text.set("7")
    dialog._scan()
    dialog._open_chosen()

    assert (first, later) == (1, 0)
    assert told == "Tulis banyak hari, misalnya 7."
    assert scanned[0].id == opened[0]


# small parts


def test_a_click_on_the_deed_of_an_item_does_it(root, workplace):
    from ui.presenters.home import HomePresenter

    home = HomePresenter(workplace)
    home.refresh()
    done = []
    due = DueList(root, on_open=lambda item: None, deed_of=home.deed_of, on_deed=done.append)
    due.pack(fill="both", expand=True)
    root.deiconify()
    root.update()
    due.show(home.due)
    place = next(n for n, item in enumerate(home.due) if home.deed_of(item))

    due._deed_clicked(place)
    wait_until(root, lambda: bool(done))

    assert done[0] is home.due[place]


def test_the_paper_of_the_letter_before_is_not_left_under_a_refusal(root, workplace):
    preview = PdfPreview(root, workplace.background)
    preview._photo = preview._page = object()
    preview._paint = lambda: None
    preview.presenter.show = lambda collect: None
    preview.show(lambda: None)
    preview.show_problem("Kop belum diisi.")

    assert preview._page is None


def test_the_last_good_page_stays_while_the_same_letter_is_typed(root, workplace):
    preview = PdfPreview(root, workplace.background)
    preview._page = page = object()
    preview.show_problem("Kop belum diisi.")

    assert preview._page is page


def test_a_long_line_of_facts_runs_under_the_buttons(root, workplace):
    from ui.commands import Command

    head = Head(root)
    head.place(x=0, y=0, width=500)
    root.geometry("600x300")
    root.deiconify()
    root.update()
    command = Command(id="x.y", text="Cetak buku", run=lambda: None, toolbar="primary", page="x")
    head.show("Surat", "kata " * 40, [command])
    root.update()

    assert int(head._facts.grid_info()["columnspan"]) == 2
    assert head._buttons[0].cget("text") == "Cetak buku"


def test_the_chosen_row_stands_above_its_buttons_where_it_is_narrow(root):
    line = ChosenLine(root)
    line.add_button("open", "Buka surat", "envelope-open", lambda: None)
    line.tell("470/385/2020 · Partisipasi")
    line.place(x=0, y=0, width=200)
    root.deiconify()
    root.update()

    assert int(line._right.grid_info()["row"]) == 1
    line.enable("open", False)
    assert line.buttons["open"].instate(["disabled"])
