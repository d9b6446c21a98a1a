"""Templates: letters to start from, those that ship with the desk and an office's own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from census_desk.checks import BODY_LIMIT, count, limit, refuse, require
from census_desk.errors import CensusDeskError
from census_desk.letters.classification import CENSUS_CODES, Family, family_in_force
from census_desk.letters.fields import needed_by
from census_desk.letters.grounds import with_grounds
from census_desk.letters.letter import (
    Attachment,
    CoverItem,
    Letter,
    LetterKind,
    Nature,
    Relation,
)
from census_desk.letters.profile import LayoutProfile, profile_named
from census_desk.people import PostKind
from census_desk.register import Register
from census_desk.resource_files import read_json, read_text
from census_desk.words import _

FOLDER = "templates"
ANY_FORM = ""
BODY_FORMS = (ANY_FORM, "opening", "sections")
MOST_REPLY_DAYS = 365
MOST_LINES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateBody:
    """A Markdown text for the body form a layout asks for (`circular_body_form`); "" fits any."""

    form: str = ANY_FORM
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate:
    """A letter to start from.

    `purpose` says when to take it. `signer` is the post that signs (None: by the kind of letter);
    `code` and `older_code` are its classification in the two families, empty for the code of a
    census. `reply_days` after its date an answer is due; 0 asks for none. `recipients` and
    `copy_to` may hold {kabupaten}, {provinsi}, {tempat} and {kepala_daerah}.
    """

    id: str
    name: str
    purpose: str = ""
    kind: LetterKind = LetterKind.CIRCULAR
    subject: str
    nature: Nature = Nature.ORDINARY
    relation: Relation = Relation.NONE
    signer: PostKind | None = None
    code: str = ""
    older_code: str = ""
    profile: str = ""
    recipients: tuple[str, ...] = ()
    recipients_attached: bool = False
    copy_to: tuple[str, ...] = ()
    on_behalf_of: str = ""
    bodies: tuple[TemplateBody, ...] = ()
    items: tuple[CoverItem, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    attachment_count: int = 0
    attachment_unit: str = "berkas"
    reply_days: int = 0
    electronic: bool = False

    def __post_init__(self) -> None:
        refuse(template_problems(self))


class TemplateNotFound(CensusDeskError):
    """A template that neither ships with the desk nor is kept in the register."""

    def __init__(self, template_id: str) -> None:
        super().__init__(
            _("Templat “{name}” tidak ada lagi; pilih templat lain.").format(name=template_id[:60])
        )


def template_problems(template: LetterTemplate) -> dict[str, str]:
    """Field to sentence for a template no letter can be started from."""
    problems: dict[str, str] = {}
    require(problems, "name", template.name, _("Nama templat"))
    require(problems, "subject", template.subject, _("Tentang"))
    limit(problems, "name", template.name, _("Nama templat"), 120)
    limit(problems, "purpose", template.purpose, _("Kegunaan"))
    limit(problems, "subject", template.subject, _("Tentang"), 300)
    limit(problems, "code", template.code, _("Klasifikasi"), 40)
    limit(problems, "older_code", template.older_code, _("Klasifikasi lama"), 40)
    limit(problems, "on_behalf_of", template.on_behalf_of, _("Atas nama"), 160)
    limit(problems, "attachment_unit", template.attachment_unit, _("Satuan lampiran"), 40)
    count(problems, "attachment_count", template.attachment_count, _("Jumlah lampiran"))
    if not 0 <= template.reply_days <= MOST_REPLY_DAYS:
        problems["reply_days"] = _("Batas jawaban antara 0 dan {most} hari.").format(
            most=MOST_REPLY_DAYS
        )
    return problems | _line_problems(template) | _body_problems(template)


def _line_problems(template: LetterTemplate) -> dict[str, str]:
    problems: dict[str, str] = {}
    lines = {"recipients": (template.recipients, _("Alamat tujuan (Yth.)"))}
    lines["copy_to"] = (template.copy_to, _("Tembusan"))
    for field, (texts, name) in lines.items():
        if len(texts) > MOST_LINES:
            problems[field] = _("{name} paling banyak {most} baris.").format(
                name=name, most=MOST_LINES
            )
        for text in texts:
            limit(problems, field, text, name, 300)
    for item in template.items:
        require(problems, "items", item.what, _("Jenis yang dikirim"))
        for text in (item.what, item.count, item.note):
            limit(problems, "items", text, _("Baris pengantar"))
    for one in template.attachments:
        require(problems, "attachments", one.title, _("Judul lampiran"))
        limit(problems, "attachments", one.title, _("Judul lampiran"), 300)
        limit(problems, "attachments", one.body, _("Isi lampiran"), BODY_LIMIT)
    return problems


def _body_problems(template: LetterTemplate) -> dict[str, str]:
    problems: dict[str, str] = {}
    forms = [body.form for body in template.bodies]
    if not forms and template.kind is not LetterKind.COVER:
        problems["bodies"] = _("Isi belum diisi.")
    if len(set(forms)) != len(forms) or not set(forms) <= set(BODY_FORMS):
        problems["bodies"] = _("Bentuk isi tidak dikenal atau ditulis dua kali.")
    for body in template.bodies:
        limit(problems, "bodies", body.text, _("Isi"), BODY_LIMIT)
    return problems


@cache
def letter_templates() -> tuple[LetterTemplate, ...]:
    """The templates that ship with the desk, the most used first."""
    listed = read_json(f"{FOLDER}/templates.json")
    assert isinstance(listed, list)
    return tuple(_shipped(one) for one in listed)


def templates_of(register: Register) -> tuple[LetterTemplate, ...]:
    """Every template to choose from: the office's own by name, then those that ship."""
    own: Iterable[LetterTemplate] = register.collection("templates").all()
    return (*sorted(own, key=lambda one: (one.name.casefold(), one.id)), *letter_templates())


def template_named(register: Register, template_id: str) -> LetterTemplate:
    """The template with that id; TemplateNotFound if none."""
    for template in templates_of(register):
        if template.id == template_id:
            return template
    raise TemplateNotFound(template_id)


def template_body(template: LetterTemplate, on: date, layout: LayoutProfile | None = None) -> str:
    """The body for a letter of that day: the form its layout asks for, its grounds filled in.

    Without a layout the shipped one of that day.
    """
    form = (layout or profile_named(template.profile, on)).circular_body_form
    texts = {body.form: body.text for body in template.bodies}
    text = texts.get(form) or texts.get(ANY_FORM) or next(iter(texts.values()), "")
    return with_grounds(text.strip(), on)


def template_code(template: LetterTemplate, on: date) -> str:
    """Its classification in the family of that day; the code of a census where it names none."""
    family = family_in_force(on)
    own = template.code if family is Family.NUMERIC else template.older_code
    return own or CENSUS_CODES[family]


def asks_for(template: LetterTemplate) -> tuple[str, ...]:
    """The fields of Letter a clerk chooses before the text is whole: session_id, incoming_id …"""
    texts = (template.subject, *(body.text for body in template.bodies))
    return tuple(name for name in needed_by("\n".join(texts)) if name != "reply_due_on")


def template_from(
    letter: Letter, *, name: str, template_id: str, signer: PostKind | None = None
) -> LetterTemplate:
    """A template that starts the same letter again: its text, addressees and parts, no people.

    Number, date, session and the people sent stay with the letter. Raises InvalidRecord.
    """
    is_numeric = family_in_force(letter.dated_on) is Family.NUMERIC
    days = (letter.reply_due_on - letter.dated_on).days if letter.reply_due_on else 0
    return LetterTemplate(
        id=template_id,
        name=name.strip(),
        kind=letter.kind,
        subject=letter.subject,
        nature=letter.nature,
        relation=letter.relation,
        signer=signer,
        code=letter.classification if is_numeric else "",
        older_code="" if is_numeric else letter.classification,
        profile=letter.profile,
        recipients=letter.recipients,
        recipients_attached=letter.recipients_attached,
        copy_to=letter.copy_to,
        on_behalf_of=letter.on_behalf_of,
        bodies=(TemplateBody(text=letter.body),),
        items=letter.items,
        attachments=letter.attachments,
        attachment_count=letter.attachment_count,
        attachment_unit=letter.attachment_unit,
        reply_days=max(days, 0),
        electronic=letter.electronic,
    )


def save_as_template(
    register: Register, letter_id: str, *, name: str, template_id: str = ""
) -> LetterTemplate:
    """Keep a letter of the register as a template of the office, in one named step.

    Raises InvalidRecord for an empty name; a name already in use gets a number behind it.
    """
    letter: Letter = register.collection("letters").get(letter_id)
    signatory = register.collection("signatories").find(letter.signatory_id)
    template = template_from(
        letter,
        name=name,
        template_id=template_id or register.ids(),
        signer=signatory.post_kind if signatory else None,
    )
    return keep_template(register, template)


def keep_template(register: Register, template: LetterTemplate) -> LetterTemplate:
    """Save a template under a name no other has, in one named step."""
    names = {one.name.casefold() for one in templates_of(register)}
    kept = replace(template, name=free_name(template.name, names))
    with register.change(_("Menyimpan templat: {name}").format(name=kept.name)):
        register.collection("templates").add(kept)
    return kept


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or the name with the first number that makes it new; `taken` is casefolded."""
    known = set(taken)
    if name.casefold() not in known:
        return name
    number = 2
    while f"{name} ({number})".casefold() in known:
        number += 1
    return f"{name} ({number})"


def _shipped(one: dict[str, object]) -> LetterTemplate:
    bodies, signer = one["bodies"], one.get("signer")
    assert isinstance(bodies, dict)
    return LetterTemplate(
        id=str(one["id"]),
        name=str(one["name"]),
        purpose=str(one["purpose"]),
        kind=LetterKind(str(one["kind"])),
        subject=str(one["subject"]),
        nature=Nature(str(one.get("nature", Nature.ORDINARY))),
        relation=Relation(str(one.get("relation", Relation.NONE))),
        signer=PostKind(str(signer)) if signer else None,
        code=str(one.get("code", "")),
        older_code=str(one.get("older_code", "")),
        recipients=_texts(one.get("recipients", [])),
        copy_to=_texts(one.get("copy_to", [])),
        bodies=tuple(
            TemplateBody(form=form, text=read_text(f"{FOLDER}/{file}").strip())
            for form, file in bodies.items()
        ),
        items=tuple(CoverItem(what=what) for what in _texts(one.get("items", []))),
        reply_days=int(str(one.get("reply_days", 0))),
    )


def _texts(listed: object) -> tuple[str, ...]:
    assert isinstance(listed, list)
    return tuple(str(line) for line in listed)
