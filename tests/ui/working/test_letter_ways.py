"""A letter on its way: the fields of its kind, the checker, issuing, reminder and ralat."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from census_desk.letters.archive import frozen_pdf, paper_of
from census_desk.letters.ledger.reserving import reserve_block
from census_desk.letters.letter import LetterKind, LetterStatus, Relation
from census_desk.programme import PhaseKind, phase_in_force
from ui.fields import FIELDS
from ui.forms import parse, texts_of
from ui.presenters.checking import explained, findings_of, rows_of, summary
from ui.presenters.issue_form import issue_form
from ui.presenters.letter_kinds import ALL, fields_of
from ui.presenters.letter_steps import (
    INSERTED,
    NEXT,
    RESERVED,
    LetterSteps,
    status_words,
)
from ui.presenters.letters import start_texts, starts
from ui.presenters.replacing import Replacing
from ui.presenters.stale import STALE, stale_now, tell_stale

DAY = date(2020, 2, 21)


@pytest.fixture
def draft(register):
    """The sample's draft, dated today and free of what a checker would say."""
    one = next(r for r in register.letters.all() if r.status is LetterStatus.DRAFT)
    mended = replace(one, dated_on=DAY, classification="470")
    return editing.change(register, mended)


@pytest.fixture
def circular(register):
    return next(one for one in register.letters.all() if one.number)


@pytest.fixture
def steps(workplace):
    return LetterSteps(workplace)


def faulty(register, draft):
    body = f"{draft.body}\n\nRapat dilaksanakan Senin, 21 Februari 2020."
    return editing.change(register, replace(draft, body=body))


def moved(phase, register):
    """The phase as it is known from today on, by the entry a clerk adds."""
    return replace(phase, id=register.ids(), known_from=DAY, ends_on=date(2020, 5, 29))


@pytest.mark.parametrize("kind", LetterKind)
def test_a_form_asks_what_every_kind_needs(kind):
    shown = fields_of(kind.value)

    assert {"subject", "dated_on", "kind", "signatory_id", "letterhead_id", "body"} <= shown


def test_a_form_leaves_out_what_the_paper_has_no_place_for():
    assert "items" in fields_of("surat pengantar")
    assert "assignees" in fields_of("surat tugas")
    assert not {"items", "assignees", "nature"} & fields_of("edaran")
    assert not {"recipients", "items"} & fields_of("surat tugas")
    assert not {"number", "book", "classification"} & fields_of("notula")
    assert fields_of("") == ALL


@pytest.mark.parametrize("kind", LetterKind)
def test_an_empty_letter_of_each_kind_asks_only_for_its_subject(workplace, kind):
    start = next(one for one in starts(workplace) if one.kind is kind and one.template is None)
    texts = start_texts(workplace, start)
    values, problems = parse(FIELDS["letters"], texts)

    assert problems == {}
    assert values["kind"] is kind
    assert values["subject"] == values["body"] == ""


def test_every_field_of_a_letter_comes_back_as_it_was(register):
    for letter in register.letters.all():
        values, problems = parse(FIELDS["letters"], texts_of(FIELDS["letters"], letter))
        assert problems == {}
        assert replace(letter, **values) == letter


def test_a_wrong_weekday_is_an_error_beside_the_text_with_its_rule(workplace, register, draft):
    found = findings_of(workplace, faulty(register, draft))
    row = next(row for row in rows_of(found) if row.is_error)

    assert row.finding.field == "body"
    assert "Jumat" in row.finding.sentence
    assert "Aturan:" in explained(row.finding)
    assert summary(found).startswith("1 kesalahan")


def test_a_letter_with_errors_does_not_pass(steps, register, draft):
    letter = faulty(register, draft)
    steps.check(letter)

    assert register.letters.get(letter.id).status is LetterStatus.DRAFT


def test_a_letter_that_cannot_be_drawn_does_not_pass_and_says_where(steps, register, draft):
    letter = editing.change(register, replace(draft, copy_to=("Gubernur \u0ca0",)))

    found = steps.check(letter)

    assert [one.field for one in found if "U+0CA0" in one.sentence] == ["copy_to"]
    assert register.letters.get(letter.id).status is LetterStatus.DRAFT


def test_a_sound_letter_passes_and_is_issued_frozen(steps, register, draft, screen):
    steps.check(draft)
    assert register.letters.get(draft.id).status is LetterStatus.CHECKED

    assert steps.issue(register.letters.get(draft.id), NEXT, "", "")
    letter = register.letters.get(draft.id)
    assert letter.status is LetterStatus.NUMBERED
    assert letter.number
    assert frozen_pdf(paper_of(register, letter.id)).startswith(b"%PDF")
    assert letter.number in screen.last


def test_a_refused_issue_spends_no_number_and_says_why(steps, register, draft, screen):
    letter = faulty(register, draft)
    before = register.numbers.count()

    assert not steps.issue(letter, NEXT, "", "")
    assert register.numbers.count() == before
    assert screen.said[-1] == ("error", steps.refusal)


def test_errors_are_passed_only_with_a_reason(workplace, register, draft):
    letter = faulty(register, draft)
    form = issue_form(workplace, letter, 1)

    assert "despite" in form.save({"number": NEXT, "reason": "", "despite": ""})
    assert form.save({"number": NEXT, "reason": "", "despite": "hari memang begitu"}) == {}
    assert register.letters.get(letter.id).number


def test_a_reserved_number_of_the_day_is_offered_and_taken(workplace, register, draft):
    (held,) = reserve_block(register, "Edaran", day=DAY, on=DAY, count=1)
    form = issue_form(workplace, draft, 0)
    keys = [choice.key for choice in form.choices(form.fields[0])]

    assert f"{RESERVED}{held.id}" in keys
    assert form.save({"number": f"{RESERVED}{held.id}", "reason": ""}) == {}
    assert register.letters.get(draft.id).number.split("/")[1] == str(held.sequence)


def test_an_inserted_number_asks_for_a_reason(workplace, register, draft):
    reserve_block(register, "Edaran", day=DAY, on=DAY, count=1)
    form = issue_form(workplace, draft, 0)
    after = next(c.key for c in form.choices(form.fields[0]) if c.key.startswith(INSERTED))

    assert "reason" in form.save({"number": after, "reason": ""})


def test_the_reminder_goes_to_exactly_those_behind(steps, register, circular):
    made = register.letters.get(steps.remind(circular))
    received = {d.office_id for d in register.deliveries.all() if d.received_on}

    assert made.relation is Relation.REMINDER
    assert len(made.office_ids) == 12
    assert not received & set(made.office_ids)


def test_a_moved_phase_is_told_in_the_draft_of_the_ralat(steps, register, circular):
    phase = phase_in_force(register.phases.all(), PhaseKind.ONLINE, DAY)
    assert steps.stale(circular) == []
    editing.add(register, moved(phase, register))
    made = register.letters.get(steps.ralat(circular))

    assert made.relation is Relation.CORRECTION
    assert "29 Mei 2020" in made.body
    assert made.refers_to_id == circular.id


def test_a_void_letter_keeps_its_number_as_batal(steps, register, circular):
    assert steps.void(circular, "salah alamat")

    letter = register.letters.get(circular.id)
    assert letter.status is LetterStatus.VOID
    assert letter.number == circular.number
    assert status_words(letter) == "Dibatalkan"


def test_a_letter_in_force_is_replaced_by_a_newer_one_after_a_question(
    workplace, screen, register, circular
):
    replacing = Replacing(workplace)
    successor = replacing.choices(circular)[0].letter
    assert successor.dated_on >= circular.dated_on

    screen.confirmed = False
    assert not replacing.replace(circular, successor)
    assert register.letters.get(circular.id).status is circular.status
    screen.confirmed = True
    assert replacing.replace(circular, successor)

    assert status_words(register.letters.get(circular.id)) == "Diganti"
    assert screen.last == f"Surat {circular.number} diganti dengan surat {successor.number}."


def test_a_letter_that_is_not_in_force_is_not_replaced(workplace, screen, draft, circular):
    assert not Replacing(workplace).replace(draft, circular)
    assert "sama-sama sudah terbit" in screen.last


def test_a_revision_is_issued_again_under_its_number(steps, register, draft):
    steps.issue(draft, NEXT, "", "")
    letter = register.letters.get(draft.id)
    assert not steps.can_issue(letter)
    assert steps.revise(letter, "salah ketik")

    letter = register.letters.get(draft.id)
    assert status_words(letter) == "Bernomor · revisi 1"
    assert steps.can_issue(letter)
    assert steps.issue(letter, NEXT, "", "")
    assert register.letters.get(draft.id).number == letter.number


def test_each_step_is_offered_only_where_it_can_be_done(steps, draft, circular):
    assert steps.can_check(draft)
    assert not steps.is_in_force(draft)
    assert steps.can_close(circular)
    assert not steps.can_check(circular)
    assert not steps.can_sign(None)


def test_saving_a_moved_phase_tells_which_letters_quote_it(workplace, register, screen):
    phase = phase_in_force(register.phases.all(), PhaseKind.ONLINE, DAY)
    tell_stale(workplace, editing.add(register, moved(phase, register)))

    quoting = {row.letter.id for row in stale_now(workplace) if row.quote.subject == phase.kind}
    told = f"{len(quoting)} surat terbit mengutip keterangan lama ini."
    assert quoting
    assert screen.said[-1] == ("warning", told)
    screen.action[1]()
    assert screen.went[-1] == ("letters", STALE)


def test_a_fact_that_no_letter_quotes_says_nothing(workplace, register, screen):
    tell_stale(workplace, register.offices.all()[0])
    tell_stale(workplace, phase_in_force(register.phases.all(), PhaseKind.ONLINE, DAY))

    assert screen.said == []
