"""The form on the screen: every kind of field shows and answers the texts the parser reads."""

import pytest

from tests.screen import wait_until
from tests.ui.fakes import TODAY
from ui.forms import Choice, Field
from ui.widgets.form_view import FormView

FIELDS = (
    Field(name="subject", label="Tentang", kind="note", rows=2, group="Surat"),
    Field(name="dated_on", label="Tanggal", kind="date"),
    Field(name="office_id", label="OPD", kind="choice", collection="offices"),
    Field(name="office_ids", label="Penerima", kind="choices", collection="offices"),
    Field(name="count", label="Jumlah", kind="number"),
    Field(name="ready", label="Siap", kind="switch"),
)
TEXTS = {
    "subject": "Partisipasi\nASN",
    "dated_on": "13/02/2020",
    "office_id": "b",
    "office_ids": "c\na",
    "count": "7.140",
    "ready": "ya",
}
OFFICES = {"a": "Bappeda", "b": "Dinas Kesehatan", "c": "Dinas Pendidikan"}


class Offices:
    def choices(self, field):
        return [Choice(key=key, label=label) for key, label in OFFICES.items()]

    def choice_text(self, field, key):
        return OFFICES.get(key, "")


@pytest.fixture
def form(root, window_manager):
    changed = []
    made = FormView(root, FIELDS, Offices(), changed=changed.append, today=lambda: TODAY)
    made.edits = changed
    root.geometry("520x640+0+0")
    root.deiconify()
    made.pack(fill="both", expand=True)
    wait_until(root, made.winfo_viewable)
    return made


def type_into(form, root, keys, name, text):
    form.focus_field(name)
    wait_until(root, lambda: str(root.focus_get()).startswith(str(form.inputs[name])))
    keys.type(text)


def test_what_is_shown_is_answered_again(form):
    form.set_texts(TEXTS)

    assert form.texts() == TEXTS
    assert form.edits == []


@pytest.mark.parametrize("typed", ["12/5/2027", "12-05-2027", "12 Mei 2027"])
def test_a_day_may_be_typed_as_people_write_it(form, typed):
    form.inputs["dated_on"].text.set(typed)

    assert form.texts()["dated_on"] == "12/05/2027"
    assert form.inputs["dated_on"].weekday.cget("text") == "Rabu"


def test_a_day_that_is_none_stays_as_typed_for_the_sentence_below(form):
    form.inputs["dated_on"].text.set("31/02/2027")

    assert form.texts()["dated_on"] == "31/02/2027"


def test_arrows_move_the_day(form, keys, root):
    form.set_texts(TEXTS)
    type_into(form, root, keys, "dated_on", "")

    keys.press("Up", "Next")

    wait_until(root, lambda: form.inputs["dated_on"].get() == "14/03/2020")


def test_the_calendar_opens_by_key_and_enter_takes_the_day(form, keys, root):
    form.set_texts(TEXTS)
    type_into(form, root, keys, "dated_on", "")

    keys.press("alt+Down", "Down", "Return")

    wait_until(root, lambda: form.inputs["dated_on"].get() == "20/02/2020")


def test_three_letters_find_an_office(form, keys, root):
    type_into(form, root, keys, "office_id", "didik")

    keys.press("Return")

    wait_until(root, lambda: form.inputs["office_id"].get() == "c")
    assert form.edits == ["office_id"]


def test_leaving_a_chooser_with_nonsense_keeps_the_choice(form, keys, root):
    form.set_texts(TEXTS)
    type_into(form, root, keys, "office_id", "zzz")

    keys.press("Tab")

    wait_until(root, lambda: form.inputs["office_id"].text.get() == "Dinas Kesehatan")
    assert form.texts()["office_id"] == "b"


def test_several_are_chosen_one_after_the_other_and_backspace_takes_the_last_out(form, keys, root):
    type_into(form, root, keys, "office_ids", "bapp")
    keys.press("Return")
    keys.type("kes")
    keys.press("Return")
    wait_until(root, lambda: form.inputs["office_ids"].get() == "a\nb")

    keys.press("BackSpace")

    wait_until(root, lambda: form.inputs["office_ids"].get() == "a")


def test_the_problem_stands_in_words_under_its_field_and_gets_the_focus(form, root):
    form.show_problems({"count": "Jumlah bukan bilangan bulat."})
    form.focus_problem()

    line = form._problem_lines["count"]
    wait_until(root, line.winfo_viewable)
    assert line.cget("text") == "Jumlah bukan bilangan bulat."
    wait_until(root, lambda: root.focus_get() is form.inputs["count"].entry)


def test_typing_can_be_taken_back_inside_the_field(form, keys, root):
    form.set_texts(TEXTS)
    type_into(form, root, keys, "count", "9")
    wait_until(root, lambda: form.inputs["count"].get() == "9")

    keys.press("ctrl+z")

    wait_until(root, lambda: form.inputs["count"].get() == "7.140")


def test_tab_goes_through_the_fields_in_reading_order_and_out_of_texts(form, keys, root):
    type_into(form, root, keys, "subject", "")
    visited = []
    for _ in range(4):
        focus = str(root.focus_get())
        visited.append(next(n for n, w in form.inputs.items() if focus.startswith(str(w))))
        before = root.focus_get()
        keys.press("Tab")
        wait_until(root, lambda before=before: root.focus_get() is not before)

    assert visited == ["subject", "dated_on", "office_id", "office_ids"]


def test_a_read_only_form_takes_no_typing(form, keys, root):
    form.set_texts(TEXTS)
    form.enable(False)
    type_into(form, root, keys, "count", "9")

    assert form.texts() == TEXTS
