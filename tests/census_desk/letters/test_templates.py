"""Templates: those that ship are fit to send, and an office keeps its own."""

import re
from dataclasses import replace
from datetime import date

import pytest

from census_desk.editing import add, delete
from census_desk.letters.classification import default_classifications, family_problem
from census_desk.letters.fields import unknown_fields
from census_desk.letters.grounds import MARKER, too_young
from census_desk.letters.letter import Attachment, CoverItem, LetterKind, Relation
from census_desk.letters.templates import (
    BODY_FORMS,
    LetterTemplate,
    TemplateBody,
    TemplateNotFound,
    asks_for,
    free_name,
    keep_template,
    letter_templates,
    save_as_template,
    template_body,
    template_code,
    template_from,
    template_named,
    templates_of,
)
from census_desk.people import PostKind
from census_desk.register import Register
from tests.census_desk.builders import (
    DAY,
    NIK_LIKE,
    a_letter,
    a_signatory,
    a_template,
    problems_of,
)

NOW = date(2026, 2, 13)
SHIPPED = pytest.mark.parametrize("template", letter_templates(), ids=lambda one: one.id)
DAYS = pytest.mark.parametrize("on", [DAY, NOW])


@pytest.fixture
def register():
    with Register.in_memory() as made:
        yield made


# what ships


def test_every_kind_of_letter_has_a_template():
    assert {one.kind for one in letter_templates()} == set(LetterKind)
    assert len(letter_templates()) >= 10


def test_no_two_templates_share_an_id_or_a_name():
    ids = [one.id for one in letter_templates()]
    names = [one.name.casefold() for one in letter_templates()]

    assert (len(set(ids)), len(set(names))) == (len(ids), len(names))


@SHIPPED
def test_a_template_says_when_to_take_it(template):
    assert template.purpose.endswith(".")


@SHIPPED
@DAYS
def test_the_text_quotes_known_fields_only(template, on):
    texts = (template.subject, template_body(template, on))

    assert unknown_fields("\n".join(texts)) == []


@SHIPPED
@DAYS
def test_the_grounds_are_spelled_out_and_older_than_the_letter(template, on):
    body = template_body(template, on)

    assert MARKER not in body
    assert too_young(body, on) == ()


@SHIPPED
@DAYS
def test_the_code_holds_on_the_day_of_the_letter(template, on):
    codes = default_classifications(lambda: "k")

    assert family_problem(template_code(template, on), on, codes) == ""


@SHIPPED
def test_no_weekday_date_or_clock_time_is_typed(template):
    """They come from the register; an ordinary "setiap hari Jumat" is no date."""
    text = "\n".join(body.text for body in template.bodies)

    assert not re.search(r"\b\d{1,2} (?:Januari|Februari|Maret|April|Juli)\b", text)
    assert not re.search(r"\d{1,2}[.:]\d{2}", text)


@SHIPPED
def test_nobody_is_asked_to_hand_in_a_population_number(template):
    """Where NIK is named at all, the same text says that it is not to be gathered."""
    for body in template.bodies:
        if "Nomor Induk Kependudukan" in body.text and template.kind is not LetterKind.NOTULA:
            assert re.search(r"tidak\b[^.;]*\b(?:dikumpulkan|mencatat)|tanpa\b", body.text)


@SHIPPED
def test_the_language_is_the_office_ones(template):
    text = "\n".join((template.subject, *(body.text for body in template.bodies)))

    assert not re.search(
        r"\b(?:Jum'at|Pebruari|Nopember|di karenakan|diatas|dibawah|nomer|notulen|himbau\w*)\b",
        text,
        re.IGNORECASE,
    )


def test_a_letter_that_changes_or_reminds_cites_the_first_one():
    for template in letter_templates():
        wanted = {
            Relation.CHANGE: "refers_to_id",
            Relation.REMINDER: "refers_to_id",
            Relation.ANSWER: "incoming_id",
        }.get(template.relation)
        assert wanted is None or wanted in asks_for(template)


def test_an_invitation_asks_for_its_session_or_its_visit():
    asked = [asks_for(one) for one in letter_templates() if one.kind is LetterKind.INVITATION]

    assert set(asked) == {("session_id",), ("visit_id",)}


def test_a_circular_has_a_text_for_both_layouts_and_any_other_letter_one():
    for template in letter_templates():
        forms = {body.form for body in template.bodies}
        expected = {"opening", "sections"} if template.kind is LetterKind.CIRCULAR else {""}
        assert forms == expected, template.id


# which text and code a day takes


def test_a_layout_without_a_text_of_its_own_takes_the_one_there_is():
    only = a_template(bodies=(TemplateBody(form="sections", text="Bagian."),))

    assert template_body(only, DAY) == "Bagian."
    assert template_body(a_template(bodies=(), kind=LetterKind.COVER), DAY) == ""


def test_the_code_is_of_the_family_of_the_day_and_the_census_where_none_is_named():
    template = a_template(code="500.14.2.2", older_code="005")

    assert (template_code(template, DAY), template_code(template, NOW)) == ("005", "500.14.2.2")
    assert template_code(a_template(), DAY) == "470"


# what cannot be kept


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " "}, "name"),
        ({"subject": ""}, "subject"),
        ({"subject": f"Data {NIK_LIKE}"}, "subject"),
        ({"purpose": "x" * 501}, "purpose"),
        ({"recipients": ("x" * 301,)}, "recipients"),
        ({"recipients": ("x",) * 61}, "recipients"),
        ({"copy_to": ("x",) * 61}, "copy_to"),
        ({"bodies": ()}, "bodies"),
        ({"bodies": (TemplateBody(form="lain", text="x"),)}, "bodies"),
        ({"bodies": (TemplateBody(text="x"), TemplateBody(text="y"))}, "bodies"),
        ({"bodies": (TemplateBody(text="x" * 20_001),)}, "bodies"),
        ({"items": (CoverItem(what=""),)}, "items"),
        ({"attachments": (Attachment(title=""),)}, "attachments"),
        ({"attachment_count": -1}, "attachment_count"),
        ({"reply_days": 366}, "reply_days"),
        ({"reply_days": -1}, "reply_days"),
    ],
)
def test_what_no_letter_could_start_from_is_refused_beside_its_field(fields, field):
    assert list(problems_of(a_template, **fields)) == [field]


def test_the_forms_are_those_a_layout_asks_for():
    assert BODY_FORMS == ("", "opening", "sections")


# an office's own


def kept(register, **fields):
    return add(register, a_letter(id=register.ids(), **fields))


def test_a_template_saved_from_a_letter_starts_the_same_letter_again(register):
    signatory = add(
        register, a_signatory(id=register.ids(), post_kind=PostKind.SECRETARY, post="SEKDA")
    )
    letter = kept(
        register,
        kind=LetterKind.COVER,
        body="Berkas {opd}.",
        recipients=("Camat",),
        copy_to=("Bupati",),
        items=(CoverItem(what="Rekap"),),
        classification="470",
        signatory_id=signatory.id,
        reply_due_on=date(2020, 2, 20),
    )

    made = save_as_template(register, letter.id, name=" Pengantar rekap ")

    assert register.templates.all() == (made,)
    assert (made.name, made.kind, made.signer) == (
        "Pengantar rekap",
        LetterKind.COVER,
        PostKind.SECRETARY,
    )
    assert (made.recipients, made.copy_to, made.items) == (
        letter.recipients,
        letter.copy_to,
        letter.items,
    )
    assert (made.older_code, made.code, made.reply_days) == ("470", "", 7)
    assert template_body(made, NOW) == "Berkas {opd}."
    assert template_code(made, NOW) == "500.14.2"


def test_a_template_keeps_no_number_no_day_and_no_people():
    letter = a_letter(number="470/1/2020", kind=LetterKind.ASSIGNMENT, body="x", session_id="s")

    made = template_from(letter, name="T", template_id="t")

    names = set(LetterTemplate.__dataclass_fields__)
    assert names.isdisjoint({"number", "dated_on", "assignees", "session_id", "signatory_id"})
    assert "470/1/2020" not in repr(made)


def test_a_letter_of_the_numeric_family_leaves_its_code_there():
    letter = a_letter(dated_on=NOW, classification="500.14.2.3", body="x")

    made = template_from(letter, name="T", template_id="t")

    assert (made.code, made.older_code) == ("500.14.2.3", "")


def test_a_name_in_use_gets_a_number_behind_it(register):
    letter = kept(register, body="Isi.")

    names = [save_as_template(register, letter.id, name="Undangan").name for _ in range(3)]

    assert names == ["Undangan", "Undangan (2)", "Undangan (3)"]
    assert free_name("UNDANGAN", {"undangan"}) == "UNDANGAN (2)"


def test_own_templates_are_offered_before_those_that_ship(register):
    second = keep_template(register, a_template(id=register.ids(), name="b"))
    first = keep_template(register, a_template(id=register.ids(), name="A"))

    assert templates_of(register)[:2] == (first, second)
    assert templates_of(register)[2:] == letter_templates()


def test_a_template_is_found_by_its_id_or_named_as_gone(register):
    own = keep_template(register, a_template(id=register.ids()))

    assert template_named(register, own.id) == own
    assert template_named(register, "notula-rapat").kind is LetterKind.NOTULA
    delete(register, "templates", own.id)
    with pytest.raises(TemplateNotFound, match="pilih templat lain"):
        template_named(register, own.id)


def test_a_saved_template_reads_back_as_it_was(register):
    own = a_template(
        id=register.ids(),
        signer=PostKind.BPS_HEAD,
        bodies=(TemplateBody(form="opening", text="a"), TemplateBody(form="sections", text="b")),
        attachments=(Attachment(title="Daftar", body="| a |"),),
    )

    keep_template(register, own)

    assert register.templates.get(own.id) == replace(own)
