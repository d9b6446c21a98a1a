"""The generic page without a window: new, save, delete, undo, stale, drafts, copy, export."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from census_desk.visits.visit import Visit
from tests.census_desk.builders import a_visit, an_office
from tests.ui.fakes import a_workplace
from ui.fields import FIELDS
from ui.presenters.records import RecordsPresenter, RecordsSpec
from ui.tables import day_column, text_column

FIRST, SECOND, OFFICE = "0000000000001", "0000000000002", "0000000000009"


class NotedView:
    def __init__(self):
        self.texts = None
        self.title = ""
        self.problems = {}
        self.unsaved = False
        self.restored = False
        self.form = False

    def paint_table(self):
        pass

    def show_form(self, texts, title, *, is_new):
        self.texts, self.title, self.form = dict(texts), title, True

    def show_no_form(self):
        self.form, self.texts = False, None

    def show_problems(self, problems):
        self.problems = dict(problems)

    def show_unsaved(self, unsaved, restored=False):
        self.unsaved, self.restored = unsaved, restored

    def form_texts(self):
        return self.texts


def visit(record_id: str, **fields: object) -> Visit:
    return a_visit(**({"id": record_id, "office_id": OFFICE} | fields))


@pytest.fixture
def workplace():
    made = a_workplace(new_id=lambda: "0000000000005")
    with made.register.change("contoh"):
        made.register.offices.add(an_office(id=OFFICE))
        made.register.visits.add(visit(FIRST, purpose="Pertama", held_on=date(2020, 2, 18)))
        made.register.visits.add(visit(SECOND, purpose="Kedua", held_on=date(2020, 2, 19)))
    return made


@pytest.fixture
def page(workplace):
    spec = RecordsSpec(
        collection="visits",
        title="Pendampingan",
        columns=(day_column("held_on", "Tanggal"), text_column("purpose", "Maksud")),
        fields=FIELDS["visits"],
        empty_text="Belum ada.",
        empty_action="Buat",
        order="-held_on",
        defaults=lambda place: {"held_on": "21/02/2020"},
    )
    presenter = RecordsPresenter(workplace, spec, NotedView())
    workplace.register.subscribe(presenter.refresh)
    presenter.refresh()
    return presenter


def chosen(page, record_id):
    page.model.select(record_id)
    page.selected()


def test_the_newest_stands_first_as_the_spec_says(page):
    assert [row.id for row in page.model.window(0, 9)] == [SECOND, FIRST]


def test_a_new_record_starts_from_the_defaults(page):
    page.new()

    assert page.view.texts["held_on"] == "21/02/2020"
    assert page.view.texts["status"] == "direncanakan"


def test_a_record_without_its_office_is_refused_under_the_field(page):
    page.new()

    saved = page.save(page.view.texts | {"purpose": "Membantu"})

    assert not saved
    assert page.view.problems == {"office_id": "OPD belum diisi."}
    assert page.workplace.screen.said[-1][0] == "error"


def test_a_saved_record_stays_selected_and_is_in_the_register(page):
    page.new()

    page.save(page.view.texts | {"purpose": "Membantu", "office_id": OFFICE})

    assert page.workplace.register.visits.get("0000000000005").purpose == "Membantu"
    assert page.model.selected == ("0000000000005",)


def test_saving_an_edit_keeps_what_the_form_does_not_show(page, workplace):
    chosen(page, FIRST)

    page.save(page.view.texts | {"purpose": "Diubah"})

    assert workplace.register.visits.get(FIRST) == visit(
        FIRST, purpose="Diubah", held_on=date(2020, 2, 18)
    )


def test_what_is_to_be_looked_at_again_is_said_once_it_is_saved(page, workplace):
    page.spec = replace(page.spec, note=lambda place, one: f"Periksa {one.purpose}.")
    chosen(page, FIRST)

    assert page.save(page.view.texts | {"purpose": "angkanya"})

    assert workplace.screen.said[-1] == ("warning", "Periksa angkanya.")
    assert workplace.register.visits.get(FIRST).purpose == "angkanya"


def test_saving_without_a_change_writes_nothing(page, workplace):
    chosen(page, FIRST)
    before = workplace.register.rev

    assert page.save(page.view.texts)

    assert workplace.register.rev == before


def test_deleting_selects_the_neighbour_and_offers_to_undo_by_name(page, workplace):
    chosen(page, FIRST)

    page.delete()

    assert workplace.register.visits.find(FIRST) is None
    assert page.model.selected == (SECOND,)
    assert "Pertama" in workplace.screen.last
    workplace.screen.action[1]()
    assert workplace.register.visits.find(FIRST) is not None
    assert workplace.screen.last.startswith("Mengurungkan: Menghapus kunjungan Pertama")


def test_several_are_deleted_as_one_step(page, workplace):
    page.model.select_all()
    before = workplace.register.rev

    page.delete()

    assert workplace.register.visits.count() == 0
    assert workplace.register.rev == before + 1
    workplace.register.undo()
    assert workplace.register.visits.count() == 2


def test_a_record_others_refer_to_is_not_deleted_and_the_reason_is_said(page, workplace):
    spec = replace(
        page.spec,
        collection="offices",
        columns=(text_column("name", "Nama"),),
        fields=FIELDS["offices"],
    )
    offices = RecordsPresenter(workplace, spec, NotedView())
    offices.refresh()
    chosen(offices, OFFICE)

    offices.delete()

    assert workplace.register.offices.find(OFFICE) is not None
    assert "masih dipakai" in workplace.screen.last


def test_a_copy_is_a_new_record_with_the_same_texts(page):
    chosen(page, FIRST)

    page.duplicate()

    assert page.editing.is_new
    assert page.view.texts["purpose"] == "Pertama"


def test_an_unfinished_form_is_there_again_when_one_comes_back(page):
    chosen(page, FIRST)
    page.view.texts["purpose"] = "Setengah jadi"

    chosen(page, SECOND)
    assert page.view.texts["purpose"] == "Kedua"
    chosen(page, FIRST)

    assert page.view.texts["purpose"] == "Setengah jadi"
    assert page.view.restored and page.view.unsaved


def test_batal_puts_the_saved_texts_back_and_forgets_the_draft(page):
    chosen(page, FIRST)
    page.view.texts["purpose"] = "Setengah jadi"
    page.keep_draft()

    page.cancel()

    assert page.view.texts["purpose"] == "Pertama"
    assert not any(key.startswith("draft.") for key in page.workplace.preferences)


def test_an_unfinished_new_record_is_there_again(page):
    page.new()
    page.view.texts["purpose"] = "Baru dimulai"
    chosen(page, FIRST)

    page.new()

    assert page.view.texts["purpose"] == "Baru dimulai"


def someone_else_changes(page, purpose):
    record = page.workplace.register.visits.get(FIRST)
    page.view.texts["purpose"] = "Versi saya"
    editing.change(page.workplace.register, replace(record, purpose=purpose))


def test_a_form_one_types_in_is_not_overwritten_by_others(page):
    chosen(page, FIRST)

    someone_else_changes(page, "Versi mereka")

    assert page.view.texts["purpose"] == "Versi saya"


def test_a_form_nobody_types_in_follows_the_register(page):
    chosen(page, FIRST)
    record = page.workplace.register.visits.get(FIRST)

    editing.change(page.workplace.register, replace(record, purpose="Versi mereka"))

    assert page.view.texts["purpose"] == "Versi mereka"


@pytest.mark.parametrize(
    ("answer", "stands"), [("mine", "Versi saya"), ("theirs", "Versi mereka"), ("", "Versi mereka")]
)
def test_a_stale_record_shows_both_versions_and_saves_the_chosen_one(page, answer, stands):
    chosen(page, FIRST)
    someone_else_changes(page, "Versi mereka")
    page.workplace.screen.kept_version = answer

    page.save(page.view.texts)

    (mine, theirs) = page.workplace.screen.compared[0]
    assert (mine["purpose"], theirs["purpose"]) == ("Versi saya", "Versi mereka")
    assert mine["office_id"] == "Dinkes · Dinas Kesehatan"
    assert page.workplace.register.visits.get(FIRST).purpose == stands


def test_a_stale_form_that_goes_back_keeps_what_was_typed(page):
    chosen(page, FIRST)
    someone_else_changes(page, "Versi mereka")
    page.workplace.screen.kept_version = ""

    page.save(page.view.texts)

    assert page.view.texts["purpose"] == "Versi saya"


def test_a_record_deleted_elsewhere_can_be_saved_anew(page):
    chosen(page, FIRST)
    page.view.texts["purpose"] = "Versi saya"
    editing.delete(page.workplace.register, "visits", FIRST)
    page.workplace.screen.kept_version = "mine"

    page.save(page.view.texts)

    purposes = [record.purpose for record in page.workplace.register.visits.all()]
    assert "Versi saya" in purposes


def test_order_columns_and_widths_are_there_again_at_the_next_start(page, workplace):
    page.model.toggle_sort("purpose")
    page.model.show_columns(["purpose"])
    page.keep_layout({"purpose": 321})

    again = RecordsPresenter(workplace, page.spec, NotedView())

    assert again.model.order.column == "purpose"
    assert [column.name for column in again.model.shown_columns] == ["purpose"]
    assert again.widths() == {"purpose": 321}


def test_copying_puts_the_selected_rows_on_the_clipboard(page, workplace):
    chosen(page, FIRST)

    page.copy()

    assert workplace.screen.copied == "Tanggal\tMaksud\n18/02/2020\tPertama\n"


def test_export_writes_the_filtered_rows_as_a_workbook(page, workplace, tmp_path):
    from openpyxl import load_workbook

    workplace.screen.save_path = tmp_path / "Pendampingan.xlsx"
    page.filter("kedua")

    page.export()

    sheet = load_workbook(workplace.screen.save_path).active
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "Kedua" in texts and "Pertama" not in texts
