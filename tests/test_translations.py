"""The two catalogues: every text of the screens has its English, and nothing else is in there."""

from __future__ import annotations

import gettext
import importlib.util
import io
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from census_desk import words
from census_desk.indonesian import MONTHS, WEEKDAYS
from ui.commands import MENUS, alt_letters

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "resources" / "locale"


def the_maker() -> ModuleType:
    path = ROOT / "resources" / "sources" / "make_catalogues.py"
    spec = importlib.util.spec_from_file_location("make_catalogues", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return the_maker()


@pytest.fixture(scope="module")
def texts(maker):
    """The texts in the code now."""
    return {message.id: message for message in maker.collected() if message.id}


@pytest.fixture(scope="module")
def english(maker):
    return {message.id: message for message in maker.english() if message.id}


def forms(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def sources(message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def is_template(text: str) -> bool:
    """Whether `.format` can read it: a lone brace is just a sign somebody may type."""
    try:
        fields(text)
    except ValueError:
        return False
    return True


def test_every_text_of_the_screens_has_its_english(texts, english):
    missing = [t for t in texts if t not in english or not all(forms(english[t]))]

    assert missing == [], "run resources/sources/make_catalogues.py and fill the empty msgstr"


def test_no_english_is_left_of_a_text_that_is_gone(texts, english):
    assert [text for text in english if text not in texts] == []


def test_no_translation_is_a_guess(english):
    assert [m.id for m in english.values() if m.fuzzy] == []


def test_fields_in_braces_are_the_same_in_both_languages(english):
    differ = [
        (message.id, form)
        for message in english.values()
        for form in forms(message)
        if all(is_template(s) for s in sources(message))
        and fields(form) != set().union(*(fields(s) for s in sources(message)))
    ]

    assert differ == []


def test_line_breaks_and_edges_are_the_same_in_both_languages(english):
    def edges(text: str) -> tuple[int, str]:
        return text.count("\n"), text[: len(text) - len(text.lstrip())]

    differ = [
        (message.id, form)
        for message in english.values()
        for form in forms(message)
        if edges(form) != edges(sources(message)[0])
    ]

    assert differ == []


def test_the_compiled_catalogue_is_that_of_the_texts(maker):
    is_same = maker.ENGLISH.with_suffix(".mo").read_bytes() == maker.compiled(maker.english())
    assert is_same, "run resources/sources/make_catalogues.py"


def test_the_template_holds_the_texts_of_the_code(maker, texts):
    template = read_po(io.BytesIO((LOCALE / "messages.pot").read_bytes()))

    assert {message.id for message in template if message.id} == set(texts)


def test_both_files_come_out_the_same_when_made_again(maker):
    again = maker.written(maker.in_step(maker.english(), maker.collected()))

    is_same = again == maker.ENGLISH.read_bytes()  # told apart: pytest would compare for minutes
    assert is_same, "run resources/sources/make_catalogues.py"


def test_alt_letters_are_unique_in_english_too(maker):
    catalogue = gettext.GNUTranslations(io.BytesIO(maker.ENGLISH.with_suffix(".mo").read_bytes()))
    letters = alt_letters([catalogue.gettext(title) for title in MENUS])

    assert len(set(letters)) == len(letters)


@pytest.fixture
def in_english(maker):
    data = maker.ENGLISH.with_suffix(".mo").read_bytes()
    words.use_language("en", lambda code: gettext.GNUTranslations(io.BytesIO(data)))
    yield
    words.use_language("id", lambda code: gettext.NullTranslations())


def test_days_are_spoken_in_the_language_of_the_screens(in_english):
    from datetime import date

    from ui.wording import spoken_day

    assert spoken_day(date(2020, 2, 21)) == "Friday, 21 February 2020"


def test_tables_tell_the_weekday_in_the_language_of_the_screens(in_english):
    from datetime import date

    from ui.wording import weekday_date

    assert weekday_date(date(2020, 2, 13)) == "Thu 13/02/2020"


def test_a_week_is_no_sunday_and_an_invitation_no_guest(in_english):
    from ui.columns.sessions import SESSION
    from ui.views.sessions_calendar import VIEWS, WEEK

    assert words._({name: title for name, title, _icon in VIEWS}[WEEK]) == "Week"
    assert words._("Minggu") == "Sunday"
    invited = next(one for one in SESSION if one.name == "invited_count")
    assert (words._(invited.label), words._("Undangan")) == ("Invited", "Invitation")


def test_one_of_a_kind_is_told_in_the_singular(in_english):
    from datetime import date

    from ui.presenters.calendar import month_facts

    class Session:
        held_on = date(2020, 2, 13)

    assert month_facts([Session()], Session.held_on) == "1 session"
    assert month_facts([Session(), Session()], Session.held_on) == "2 sessions"


def test_a_session_that_is_off_is_told_in_the_language_of_the_screens(in_english):
    from census_desk.letters.kept import Quote
    from census_desk.letters.quoting import Stale

    quote = Quote(source="sessions", subject="s1", field="held_on", text="13 Februari 2020")

    assert "“postponed”" in Stale(letter=None, quote=quote, now="ditunda").sentence


def test_sentences_of_the_planner_name_days_in_the_language_of_the_screens(in_english):
    from datetime import date

    from census_desk.sessions.planning.window import why_outside
    from census_desk.spoken import spoken_day

    window = (date(2020, 2, 22), date(2020, 3, 17))

    assert spoken_day(date(2020, 3, 4)) == "Wednesday, 4 March 2020"
    assert "22 February to 17 March 2020" in why_outside(window, date(2020, 4, 1))


def test_papers_keep_their_indonesian_days(in_english):
    from datetime import date

    from census_desk.indonesian import full_date

    assert full_date(date(2020, 2, 21)) == "Jumat, 21 Februari 2020"


def test_every_day_and_month_is_marked_for_translation(texts):
    assert set(WEEKDAYS) | set(MONTHS) <= set(texts)
