"""How a letter begins: what its template asks first, and what follows from the answer."""

import pytest

from ui.presenters.letters import start_texts, starts
from ui.presenters.start_subjects import question_of


def start_named(workplace, words):
    return next(one for one in starts(workplace) if words in one.name)


def test_a_letter_about_nothing_in_the_register_begins_at_once(workplace):
    assert question_of(workplace, start_named(workplace, "Partisipasi ASN")) is None
    assert question_of(workplace, start_named(workplace, "(kosong)")) is None


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("sosialisasi bagi perangkat daerah", "session_id"),
        ("pendampingan teknis", "visit_id"),
        ("Surat pengingat", "refers_to_id"),
    ],
)
def test_a_template_asks_what_its_fields_need(workplace, words, field):
    question = question_of(workplace, start_named(workplace, words))

    assert getattr(question.subjects[0].about, field)
    assert question.subjects[-1].words == "(pilih nanti)"
    assert not getattr(question.subjects[-1].about, field)


def test_nothing_is_asked_where_there_is_nothing_to_choose(workplace):
    assert workplace.register.incoming_letters.count() == 0
    assert question_of(workplace, start_named(workplace, "permohonan dukungan BPS")) is None


def test_the_offices_of_the_chosen_session_are_addressed(workplace):
    start = start_named(workplace, "sosialisasi bagi perangkat daerah")
    chosen = question_of(workplace, start).subjects[0]

    texts = start_texts(workplace, start, chosen.about)

    assert texts["session_id"] == chosen.about.session_id
    assert texts["recipients"]
    assert "status" not in texts  # a letter moves by its steps, never by typing
