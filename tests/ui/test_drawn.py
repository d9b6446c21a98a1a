"""What only the drawn paper shows reaches the checker, with the field to mend it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from census_desk import sample
from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import check_facts
from census_desk.letters.checker.finding import errors
from census_desk.letters.letter import Attachment, Letter, LetterKind
from census_desk.letters.templates import template_named
from census_desk.register import Register
from reports.layout import Frame
from reports.letters import making
from reports.pages import plan
from tests.samples.drafts import begun, furnish
from ui.papers.drawn import FIELD_OF, drawn_facts

MISSING = "\u0ca0"  # a sign of a script the desk has no letters for


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    with Register.in_memory(actor="Uji") as made:
        sample.build(made)
        furnish(made)
        yield made


def a_draft(register: Register, template: str = "jawaban-dukungan", **fields: object) -> Letter:
    return replace(begun(register, template_named(register, template)), **fields)


def found(register: Register, letter: Letter) -> list[tuple[str, str]]:
    """Field and sentence of what keeps the letter from its number."""
    facts = check_facts(register, letter, on=letter.dated_on, drawn=drawn_facts(register, letter))
    return [(one.field, one.sentence) for one in errors(check(facts, letter))]


def test_nothing_is_said_of_a_letter_that_draws_well(register):
    drawn = drawn_facts(register, a_draft(register))

    assert drawn is not None
    assert (drawn.page_count, drawn.refused, drawn.missing_glyphs) == (1, "", ())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("copy_to", (f"Bupati {MISSING}",)),
        ("recipients", (f"Kepala {MISSING}",)),
        ("attachments", (Attachment(title=f"Daftar {MISSING}"),)),
    ],
)
def test_a_sign_without_a_glyph_is_told_beside_the_field_that_holds_it(register, field, value):
    told = found(register, a_draft(register, **{field: value}))

    assert [one for one, sentence in told if "U+0CA0" in sentence] == [field]


def test_every_sign_of_the_text_without_a_glyph_is_told_at_once(register):
    told = found(register, a_draft(register, body=f"Satu {MISSING} dan dua \u4e2d."))

    assert [field for field, _sentence in told] == ["body", "body"]
    assert "U+0CA0" in told[0][1] and "U+4E2D" in told[1][1]


def test_a_number_wider_than_its_line_is_told_beside_the_number(register):
    told = found(register, a_draft(register, number="9" * 60))

    assert ("number", "Nomor") in [(field, sentence.split()[0]) for field, sentence in told]
    assert any("terlalu panjang" in sentence for _field, sentence in told)


def test_the_anchor_of_a_tte_in_the_text_is_told_beside_the_text(register):
    letter = a_draft(register, electronic=True, body="Jadwal 1~3 Maret.")

    assert any(field == "body" and "TTE" in sentence for field, sentence in found(register, letter))


def test_a_letter_that_is_not_whole_is_left_to_the_other_rules(register):
    letter = a_draft(register, letterhead_id="")

    assert drawn_facts(register, letter) is None
    assert [field for field, _sentence in found(register, letter)] == ["letterhead_id"]


def test_a_long_letter_is_counted_on_paper(register):
    body = "\n\n".join(["Isi surat."] * 600)
    letter = a_draft(register, body=body)
    facts = check_facts(register, letter, on=letter.dated_on, drawn=drawn_facts(register, letter))

    assert any("pindahkan rinciannya ke lampiran" in one.sentence for one in check(facts, letter))


def test_a_lonely_signature_is_seen_on_the_pages_themselves(register, monkeypatch):
    """The papers never leave one alone; if they did, no number would be spent on it."""

    def careless(items: object, first: Frame, later: Frame) -> object:
        pages = plan(items, first, later)  # type: ignore[arg-type]
        body, closing = pages[0][:-1], pages[0][-1:]
        return (body, closing)

    monkeypatch.setattr(making, "plan", careless)

    told = found(register, a_draft(register))
    assert any("Tanda tangan sendirian" in sentence for _field, sentence in told)


@pytest.mark.parametrize("field", sorted(set(FIELD_OF.values())))
def test_every_field_to_jump_to_is_a_field_of_the_letter(register, field):
    assert hasattr(a_draft(register, kind=LetterKind.OFFICIAL), field)
