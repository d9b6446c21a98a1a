"""Rows of a letter as typed: what is read is what was shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from census_desk.letters.letter import Assignee, Attachment, CoverItem
from ui.forms import Field, parse
from ui.row_texts import (
    attachments_of,
    attachments_text,
    items_of,
    items_text,
    people_of,
    people_text,
)

WORDS = st.text(st.characters(categories=("L", "N"), include_characters=" ."), max_size=20).map(
    lambda text: " ".join(text.split())
)
NAMES = WORDS.filter(bool)


@given(st.lists(st.builds(CoverItem, what=NAMES, count=WORDS, note=WORDS)))
def test_items_come_back_as_they_were_shown(items):
    assert list(items_of(items_text(items))) == items


@given(st.lists(st.builds(Assignee, name=NAMES, rank=WORDS, position=WORDS)))
def test_people_come_back_as_they_were_shown(people):
    assert list(people_of(people_text(people))) == people


@given(st.lists(st.builds(Attachment, title=NAMES, body=NAMES)))
def test_attachments_come_back_as_they_were_shown(attachments):
    assert list(attachments_of(attachments_text(attachments))) == attachments


def test_a_nip_is_typed_in_groups_and_kept_as_digits():
    (person,) = people_of("Sri Hastuti | 19860926 201505 2 001 | Penata (III/c) | Kabag")

    assert person.nip == "198609262015052001"
    assert person.position == "Kabag"


def test_what_is_left_out_is_empty():
    assert items_of("Berkas rekap\n\n") == (CoverItem(what="Berkas rekap"),)


def test_a_text_above_the_first_title_is_refused_in_words():
    field = Field(name="attachments", label="Lampiran", kind="attachments")
    _values, problems = parse((field,), {"attachments": "tanpa judul"})

    assert problems == {"attachments": "Lampiran: mulai setiap lampiran dengan baris “=== judul”."}


@pytest.mark.parametrize("body", ["1. satu\n   a. dua", "| a | b |\n|---|---|\n| 1 | 2 |"])
def test_the_body_of_an_attachment_keeps_its_lines(body):
    (one,) = attachments_of(f"=== Daftar\n{body}\n")

    assert one == Attachment(title="Daftar", body=body)
