"""Templates and layouts of an office: typed, copied, handed on and taken in as one file."""

import json
from dataclasses import replace

import pytest

from census_desk import sample
from census_desk.identity import Ids
from census_desk.letters.letter import LetterKind
from census_desk.letters.profile import profiles
from census_desk.letters.templates import TemplateBody, letter_templates, save_as_template
from census_desk.register import Register
from tests.ui.fakes import FakePreferences, FakeScreen, a_workplace
from ui.fields import FIELDS
from ui.forms import parse, texts_of
from ui.layout_texts import bodies_of, order_of, rules_of
from ui.presenters.printing import Printing
from ui.presenters.sharing import PROFILES, TEMPLATES, SharingPresenter


class ChoosingScreen(FakeScreen):
    """Files are chosen as the test set them."""

    open_path = None

    def choose_open_path(self, title, kinds, *, folder=None):
        return self.open_path


@pytest.fixture
def screen():
    return ChoosingScreen()


@pytest.fixture
def workplace(screen, tmp_path):
    with Register.in_memory() as register:
        sample.build(register)
        kept = FakePreferences({"papers.folder": str(tmp_path / "cetakan")})
        yield a_workplace(register, screen=screen, preferences=kept, new_id=Ids())


@pytest.mark.parametrize("layout", profiles(), ids=lambda one: one.id)
def test_a_layout_comes_back_from_its_form_as_it_was(layout):
    values, problems = parse(FIELDS["profiles"], texts_of(FIELDS["profiles"], layout))

    assert problems == {}
    assert replace(layout, **values) == layout


@pytest.mark.parametrize("template", letter_templates(), ids=lambda one: one.id)
def test_a_template_comes_back_from_its_form_as_it_was(template):
    values, problems = parse(FIELDS["templates"], texts_of(FIELDS["templates"], template))

    assert problems == {}
    assert replace(template, **values) == template


def test_a_body_of_one_form_needs_no_heading():
    assert bodies_of("1. Pertama\n") == (TemplateBody(text="1. Pertama"),)
    assert bodies_of("  \n") == ()


def test_a_stranger_word_is_refused_beside_its_field():
    texts = texts_of(FIELDS["profiles"], profiles()[0])
    wrong = texts | {
        "circular_order": "judul\nisi\nkaki",
        "signature_rules": "edaran | raja | definitif | gelar",
    }

    _values, problems = parse(FIELDS["profiles"], wrong)

    assert set(problems) == {"circular_order", "signature_rules"}
    assert problems["circular_order"].startswith("Urutan bagian edaran:")


def test_an_unknown_heading_of_a_body_is_refused():
    with pytest.raises(ValueError):
        bodies_of("=== penutup\nSekian.")


def test_a_rule_needs_its_four_parts():
    with pytest.raises(ValueError):
        rules_of("edaran | camat")


def test_the_order_of_a_circular_is_typed_in_words():
    assert order_of("Judul\n\ntanda  tangan") == ("title", "signature")


def test_a_shipped_layout_is_copied_under_a_name_of_its_own(workplace, screen):
    sharing = SharingPresenter(workplace, PROFILES)
    shipped = sharing.every()[0]

    made = workplace.register.profiles.get(sharing.copy(shipped))

    assert made.name == f"{shipped.name} – salinan"
    assert not made.chosen_by_date
    assert sharing.words(shipped).endswith("(bawaan)")
    assert sharing.words(made) == made.name
    assert "siap diubah" in screen.last


def test_a_copied_layout_can_be_chosen_on_a_letter(workplace):
    sharing = SharingPresenter(workplace, PROFILES)
    made = sharing.copy(sharing.every()[0])
    asked = next(field for field in FIELDS["letters"] if field.name == "profile")

    keys = [choice.key for choice in workplace.lookup.choices(asked)]

    assert keys[0] == made
    assert {one.id for one in profiles()} < set(keys)


@pytest.mark.parametrize("shared", [TEMPLATES, PROFILES], ids=lambda one: one.collection)
def test_what_is_handed_on_is_taken_in_again(workplace, screen, tmp_path, shared):
    sharing = SharingPresenter(workplace, shared)
    screen.save_path = screen.open_path = tmp_path / f"berkas{shared.suffix}"

    sharing.hand_on(sharing.every()[0])
    made = sharing.take()

    assert workplace.register.collection(shared.collection).get(made).name.endswith("(2)")


def test_a_file_of_something_else_is_refused_in_words(workplace, screen, tmp_path):
    screen.open_path = tmp_path / "lain.json"
    screen.open_path.write_text(json.dumps({"a": 1}), encoding="utf-8")

    made = SharingPresenter(workplace, TEMPLATES).take()

    assert made == ""
    assert screen.said[-1][0] == "error"
    assert "lain.json" in screen.last
    assert workplace.register.templates.count() == 0


@pytest.mark.parametrize("shared", [TEMPLATES, PROFILES], ids=lambda one: one.collection)
def test_the_example_of_each_is_a_paper(workplace, screen, tmp_path, shared):
    sharing = SharingPresenter(workplace, shared)
    made = sharing.copy(sharing.every()[0])
    record = workplace.register.collection(shared.collection).get(made)

    sharing.example(record, Printing(workplace))

    path = screen.went[-1][1]
    assert path.endswith(".pdf")


def test_a_template_of_a_letter_may_name_the_offices_own_layout(workplace, screen):
    layout = SharingPresenter(workplace, PROFILES)
    own = layout.copy(layout.every()[0])
    letter = next(one for one in workplace.register.letters.all() if not one.number)
    workplace.register.letters.replace(replace(letter, profile=own))
    kept = save_as_template(workplace.register, letter.id, name="Edaran kita")

    SharingPresenter(workplace, TEMPLATES).example(kept, Printing(workplace))

    assert kept.kind is LetterKind.CIRCULAR
    assert screen.went[-1][0] == "file", screen.last
