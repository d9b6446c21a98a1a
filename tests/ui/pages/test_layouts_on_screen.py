"""Pengaturan, Tata letak and Huruf kantor as widgets: the sample follows the typing."""

import pytest

from census_desk.letters.own_profiles import copy_profile
from tests.census_desk.font_samples import a_font_file
from tests.screen import wait_until
from ui.views import settings

pytestmark = pytest.mark.gui


@pytest.fixture
def shown(root, workplace):
    """Build the page of settings in that size, one section in front."""

    def show(section, width=1090, height=610):
        page = settings.Page(root, workplace)
        page.place(x=0, y=0, width=width, height=height)
        page.build()
        page.refresh(None)
        root.geometry(f"{width}x{height}")
        root.deiconify()
        root.update()
        page.show_section(section)
        return page

    return show


@pytest.fixture
def pane(root, shown, workplace):
    def opened(width=1090, height=610):
        own = copy_profile(workplace.register, "permendagri-1-2023", name="Perbup")
        page = shown("profiles", width, height)
        made = page.made["profiles"]
        made.show_record(own.id)
        made.edit()
        root.update()
        return made

    return opened


def typed(pane, name, text):
    pane.form.inputs[name].set(text)
    pane._edited(name)


def page_shown(pane):
    return pane.preview._photo is not None


def problem(pane):
    return pane.preview._problem.cget("text")


def test_the_sample_follows_the_typing_and_saves_nothing(root, pane, workplace):
    shown_pane = pane()
    wait_until(root, lambda: page_shown(shown_pane))
    first, rev = shown_pane.preview.presenter.pdf, workplace.register.rev

    typed(shown_pane, "margin_left_mm", "50")

    wait_until(root, lambda: shown_pane.preview.presenter.pdf != first)
    assert problem(shown_pane) == ""
    assert workplace.register.rev == rev


def test_a_measure_nothing_can_be_printed_by_is_told_above_the_last_good_page(root, pane):
    shown_pane = pane()
    wait_until(root, lambda: page_shown(shown_pane))
    first = shown_pane.preview.presenter.pdf

    typed(shown_pane, "margin_left_mm", "5")

    wait_until(root, lambda: problem(shown_pane))
    assert "Tepi kiri" in problem(shown_pane)
    assert page_shown(shown_pane)
    assert shown_pane.preview.presenter.pdf == first
    typed(shown_pane, "margin_left_mm", "30")
    wait_until(root, lambda: not problem(shown_pane))


def test_another_kind_of_letter_can_be_looked_at(root, pane):
    shown_pane = pane()
    wait_until(root, lambda: page_shown(shown_pane))
    first = shown_pane.preview.presenter.pdf

    shown_pane.sample_buttons["permintaan-rekap"].invoke()

    wait_until(root, lambda: shown_pane.preview.presenter.pdf != first)


def test_in_a_narrow_window_the_sample_is_a_drawer_over_the_form(root, pane):
    shown_pane = pane(780, 440)
    wait_until(root, lambda: page_shown(shown_pane))
    assert not shown_pane.preview.winfo_viewable()
    typed(shown_pane, "margin_left_mm", "5")

    shown_pane.sample_button.invoke()
    root.update()

    assert shown_pane.preview.winfo_viewable()
    assert shown_pane.back_to_form.winfo_viewable()
    wait_until(root, lambda: problem(shown_pane))
    root.update()
    label = shown_pane.preview._problem
    assert label.winfo_height() < shown_pane.preview.winfo_height() / 3
    shown_pane.escape()
    root.update()
    assert shown_pane.form.winfo_viewable()


def test_escape_goes_back_to_the_list(root, pane):
    shown_pane = pane()

    shown_pane.escape()
    root.update()

    assert shown_pane.table.winfo_viewable()


def test_the_faces_of_a_font_are_shown_as_paper_will_have_them(shown, workplace, screen, tmp_path):
    screen.open_path = tmp_path / "BOOKOS.TTF"
    screen.open_path.write_bytes(a_font_file())
    page = shown("fonts")
    fonts = page.made["fonts"]

    fonts.add_button.invoke()
    assert fonts.sample.cget("image")
    assert fonts.face_labels["regular"].cget("text") == "Desk Bonum Regular"
    assert fonts.off_buttons["bold"].instate(["disabled"])
    fonts.face_buttons["bold"].invoke()
    assert fonts.off_buttons["bold"].instate(["!disabled"])
    fonts.off_buttons["bold"].invoke()
    fonts.delete_button.invoke()

    assert workplace.register.fonts.count() == 0
    assert not fonts.sample.cget("image")


def test_a_font_nobody_can_draw_shows_no_sample():
    from ui.views.settings_fonts import sample_of

    assert sample_of([]) is None
    assert sample_of([b"no font"]) is None
