"""Every template, begun on the sample as a clerk begins it: nothing to mend, and a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from census_desk import sample
from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import check_facts
from census_desk.letters.letter import WITHOUT_NUMBER
from census_desk.letters.templates import letter_templates
from census_desk.register import Register
from tests.reports.papers import pages_of
from tests.samples.drafts import begun, followers, furnish
from ui.papers import letter_job
from ui.papers.drawn import drawn_facts

SHIPPED = pytest.mark.parametrize("template", letter_templates(), ids=lambda one: one.id)


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    with Register.in_memory(actor="Uji") as made:
        sample.build(made)
        furnish(made)
        yield made


@SHIPPED
def test_nothing_is_found_on_a_letter_begun_from_a_template(register, template):
    letter = begun(register, template)

    facts = check_facts(register, letter, on=letter.dated_on, drawn=drawn_facts(register, letter))

    assert check(facts, letter) == ()


@SHIPPED
def test_a_letter_begun_from_a_template_prints_no_brace_and_no_empty_place(register, template):
    letter = begun(register, template)
    if letter.kind not in WITHOUT_NUMBER:
        letter = replace(letter, number="470/9/2020")

    text = "\n".join(pages_of(letter_job(register, letter)().pdf))

    assert not set("{}…") & set(text)


def test_who_signs_an_invitation_is_not_invited(register):
    template = next(one for one in letter_templates() if one.id == "undangan-rapat-koordinasi")
    letter = begun(register, template)

    assert "Sekretaris Daerah" not in letter.recipients
    assert "Sekretaris DPRD" in letter.recipients


def test_a_reminder_names_the_place_of_its_addressees(register):
    papers = dict(followers(register))

    text = "\n".join(pages_of(papers["pengingat-terlambat-2020"]))

    assert "di –" in text and "KUDUS" in text
    assert "Nomor 470/385/2020 tanggal 13 Februari 2020 tentang" in " ".join(text.split())
