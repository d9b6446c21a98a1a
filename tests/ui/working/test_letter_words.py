"""What the screens of letters say without a window: next steps, words found, reminders, dots."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from census_desk.due import When
from census_desk.letters.checker.finding import Finding, Severity
from census_desk.letters.issuing import issue
from census_desk.letters.letter import LetterKind, LetterStatus, Relation
from census_desk.letters.waiting import NO_SCAN, pages_missing
from census_desk.programme import PhaseKind, phase_in_force
from ui.papers import letter_draw, preview_pdf
from ui.papers.preview import with_dots
from ui.presenters.checking import phrase_in
from ui.presenters.home import HomePresenter, campaign_of
from ui.presenters.issue_form import issue_form
from ui.presenters.letter_steps import CHECK, CLOSE, INSERTED, NEXT, SCAN, SIGN, LetterSteps
from ui.presenters.letters import typed_values
from ui.presenters.stale import STALE, stale_item, stale_letters_now

DAY = date(2020, 2, 21)


@pytest.fixture
def draft(register):
    return next(one for one in register.letters.all() if one.status is LetterStatus.DRAFT)


@pytest.fixture
def circular(register):
    return next(one for one in register.letters.all() if one.number)


@pytest.fixture
def home(workplace):
    made = HomePresenter(workplace)
    made.refresh()
    return made


def found(sentence):
    return Finding(
        severity=Severity.ERROR, field="body", sentence=sentence, rule="Aturan.", source="Sumber"
    )


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“09:00”: jam ditulis dengan titik, pukul 09.00 WIB.", "09:00"),
        ("21 Februari 2020 jatuh pada hari Jumat, bukan Senin.", "21 Februari 2020"),
        ("Bidang {odp} tidak dikenal.", "{odp}"),
        ("Tembusan belum urut.", ""),
    ],
)
def test_the_words_of_a_finding_are_found_in_the_text(sentence, words):
    body = "Rapat Senin, 21 Februari 2020 pukul 09:00 bagi {odp}."

    start, end = phrase_in(body, found(sentence))

    assert body[start:end] == words


def test_the_next_step_follows_the_status(register, workplace, draft, circular):
    steps = LetterSteps(workplace)

    assert steps.next_step(None) == CHECK
    assert steps.next_step(draft) == CHECK
    assert steps.next_step(circular) == CLOSE
    assert steps.next_step(replace(draft, status=LetterStatus.SIGNED, number="1")) == SCAN


def test_a_frozen_letter_waits_for_its_signature(register, workplace, draft):
    register.letters.replace(replace(draft, dated_on=DAY))
    issue(register, draft.id, on=DAY, draw=letter_draw(register), despite="uji")
    letter = register.letters.get(draft.id)

    assert LetterSteps(workplace).next_step(letter) == SIGN
    assert LetterSteps(workplace).is_fixed(letter)


def test_a_reason_is_asked_only_for_a_number_between_two_others(workplace, draft):
    form = issue_form(workplace, draft, 0)

    assert "reason" not in form.shown({"number": NEXT})
    assert "reason" in form.shown({"number": f"{INSERTED}x"})
    assert form.numbers[0].label.startswith("Nomor berikutnya: ")
    assert "/386/2020" in form.numbers[0].label


def test_a_letter_that_lacks_its_people_is_drawn_with_dots(register, draft):
    bare = replace(
        draft, kind=LetterKind.ASSIGNMENT, recipients=(), assignees=(), attachments=(), body=""
    )

    assert with_dots(bare).assignees[0].name == "…"
    assert with_dots(bare).body == "…"
    assert preview_pdf(register, bare).startswith(b"%PDF")
    assert with_dots(replace(bare, kind=LetterKind.OFFICIAL)).recipients == ("…",)
    assert with_dots(replace(bare, kind=LetterKind.COVER)).items[0].what == "…"
    assert with_dots(draft) == draft


def test_a_typed_session_fills_its_fields(register, workplace):
    from census_desk.letters.facts import campaign_facts

    session = register.sessions.all()[0]
    texts = {"session_id": session.id, "reply_due_on": "bukan tanggal"}

    values = typed_values(register, campaign_facts(register), texts, DAY)

    assert values["sesi.tempat"] == session.venue
    assert "tenggat" not in values


def test_a_draft_can_hold_a_provisional_number_that_issuing_confirms(
    register, workplace, screen, draft
):
    steps = LetterSteps(workplace)
    register.letters.replace(replace(draft, dated_on=DAY))
    held = register.letters.get(draft.id)
    assert steps.can_hold_number(held)

    assert steps.hold_number(held)
    numbered = register.letters.get(draft.id)
    issue(register, draft.id, on=DAY, draw=letter_draw(register), despite="uji")

    assert "386" in numbered.number
    assert numbered.status is LetterStatus.DRAFT
    assert not steps.can_hold_number(numbered)
    assert register.letters.get(draft.id).number == numbered.number
    assert screen.last.startswith("Nomor sementara")


def test_no_number_is_held_when_the_question_is_refused(register, workplace, screen, draft):
    screen.confirmed = False

    assert not LetterSteps(workplace).hold_number(draft)
    assert register.letters.get(draft.id).number == ""


def test_a_letter_can_be_changed_as_well_as_corrected(register, workplace, screen, circular):
    made = LetterSteps(workplace).ralat(circular, Relation.CHANGE)

    assert register.letters.get(made).relation is Relation.CHANGE
    assert screen.last.startswith("Draf perubahan")


# Beranda


def test_one_click_drafts_the_reminder_to_exactly_the_offices_of_the_item(home, workplace, screen):
    item = next(one for one in home.due if home.deed_of(one))

    home.do_deed(item)

    made = workplace.register.letters.get(screen.went[-1][1])
    assert made.relation is Relation.REMINDER
    assert set(made.office_ids) == set(item.office_ids)


def test_an_item_about_something_else_has_no_deed(home, screen):
    item = next(one for one in home.due if one.collection == "sessions")

    home.do_deed(item)

    assert home.deed_of(item) == ""
    assert screen.said[-1][0] == "info"


def test_letters_left_behind_stand_on_beranda(home, workplace, circular):
    register = workplace.register
    assert circular.id not in {one.letter.id for one in stale_letters_now(workplace)}
    phase = phase_in_force(register.phases.all(), PhaseKind.ONLINE, DAY)
    moved = replace(phase, id=register.ids(), known_from=DAY, ends_on=date(2020, 5, 29))
    editing.add(register, moved)

    home.refresh()

    found = {one.letter.id: one for one in stale_letters_now(workplace)}
    assert "29 Mei 2020" in found[circular.id].detail
    item = next(one for one in home.due if one.record_id == STALE)
    assert item.title == f"{len(found)} surat terbit perlu ralat"
    after = home.due[home.due.index(item) :]
    assert all(one.when is not When.OVERDUE for one in after)
    home.open_due(item)
    assert workplace.screen.went[-1] == ("letters", STALE)


def test_nothing_is_said_where_every_letter_tells_rightly(workplace, circular):
    register = workplace.register
    for letter in register.letters.all():
        if letter.id != circular.id and letter.session_id:
            register.letters.replace(replace(letter, status=LetterStatus.DRAFT))

    assert stale_item(workplace) is None


def test_several_letters_without_a_scan_are_one_item_about_all(register, circular):
    campaign = campaign_of(register)
    second = replace(circular, id="surat-kedua", number="470/390/2020")
    several = replace(campaign, letters=(circular, second), scans=(object_with_scan(),))

    item = next(pages_missing(several, DAY))

    assert item.record_id == NO_SCAN
    assert item.title.startswith("2 surat")


def object_with_scan():
    from census_desk.letters.kept import Scan

    return Scan(
        id="s", incoming_id="m", name="a.pdf", media_type="application/pdf", content="JVBERi0=",
        sha256="0", added_on=DAY,
    )  # fmt: skip
