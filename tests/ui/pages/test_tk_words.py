"""The words Tk shows by itself follow the language of the screens."""

import pytest

from ui.widgets.tk_words import INDONESIAN, speak

pytestmark = pytest.mark.gui


@pytest.fixture
def tk_says(root):
    yield lambda text: root.tk.eval(f"namespace eval ::tk {{::msgcat::mc {{{text}}}}}")
    speak(root, "en")


def test_file_dialogs_speak_indonesian(root, tk_says):
    speak(root, "id")

    assert tk_says("&Save") == "&Simpan"
    assert tk_says("File &name:") == "&Nama berkas:"


def test_and_english_again(root, tk_says):
    speak(root, "id")
    speak(root, "en")

    assert tk_says("&Save") == "&Save"


def test_each_text_keeps_its_alt_letter_and_its_names():
    for source, translation in INDONESIAN.items():
        assert source.count("&") == translation.count("&")
        assert source.count("%1$s") == translation.count("%1$s")
