"""Texts come in the language of the screens."""

import gettext
from collections.abc import Iterator

import pytest

from census_desk.words import N_, _, counted, use_language


class Shouting(gettext.NullTranslations):
    """A catalogue that shows it was asked."""

    def gettext(self, message: str) -> str:
        return message.upper()


@pytest.fixture
def shouting() -> Iterator[None]:
    use_language("en", lambda _code: Shouting())
    yield
    use_language("id", lambda _code: Shouting())


def test_indonesian_is_the_source_and_needs_no_catalogue():
    use_language("id", lambda code: pytest.fail(f"asked for {code}"))

    assert _("Surat") == "Surat"


def test_another_language_is_fetched_from_its_catalogue(shouting):
    assert _("Surat") == "SURAT"


def test_a_marked_text_stays_until_it_is_shown(shouting):
    assert N_("Surat") == "Surat"


def test_one_and_many_are_told_apart():
    assert counted("letter", "letters", 1) == "letter"
    assert counted("letter", "letters", 2) == "letters"
