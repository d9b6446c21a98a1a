"""Letters: a draft from a template, and what the page of letters is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import number, read_date
from census_desk.letters.about import About
from census_desk.letters.drafting import drafted
from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import CampaignFacts, field_values
from census_desk.letters.letter import LETTER_KIND_NAMES, Letter, LetterKind
from census_desk.letters.own_profiles import profiles_of
from census_desk.letters.starting import Starting, started
from census_desk.letters.templates import (
    LetterTemplate,
    TemplateBody,
    letter_templates,
    templates_of,
)
from census_desk.register import Register
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields.letters import LETTER
from ui.forms import texts_of
from ui.presenters.follow_up import FollowUpPresenter, follow_up_facts
from ui.presenters.records import RecordsSpec
from ui.workplace import Workplace

__all__ = ["SPEC", "FollowUpPresenter", "Start", "draft_texts", "facts_line", "follow_up_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a new letter may begin as: a template, or (without one) an empty letter of a kind."""

    name: str
    kind: LetterKind
    template: LetterTemplate | None = None


def starts(workplace: Workplace) -> list[Start]:
    """Every beginning: templates in their order, then an empty letter of each kind."""
    ready = [
        Start(name=one.name, kind=one.kind, template=one)
        for one in templates_of(workplace.register)
    ]
    return ready + [Start(name=_("(kosong)"), kind=kind) for kind in LetterKind]


def start_texts(
    workplace: Workplace,
    start: Start,
    about: Starting | None = None,
) -> Mapping[str, str]:
    """The first texts of a letter that begins so, about these records."""
    if start.template is not None and workplace.desk is not None:
        on = workplace.working_day()
        letter = started(
            workplace.register, start.template.id, on=on, letter_id="", about=about or Starting()
        )
        return texts_of(LETTER, letter)
    empty = LetterTemplate(
        id="", name=start.name, kind=start.kind, subject="–", bodies=(TemplateBody(),)
    )
    texts = dict(draft_texts(workplace, empty))
    return texts | {"subject": ""} if texts else {"kind": start.kind.value}


def start_words(start: Start) -> str:
    """A beginning in one line: its kind, then its name."""
    return f"{_(LETTER_KIND_NAMES[start.kind])} · {start.name}"


def draft_texts(workplace: Workplace, template: LetterTemplate | None = None) -> Mapping[str, str]:
    """The first texts of a new letter: dated the working day, signed by who is in office then."""
    desk = workplace.desk
    if desk is None:
        return {}
    letter = drafted(
        template or letter_templates()[0],
        letter_id="",
        on=workplace.working_day(),
        desk=desk,
        signatories=workplace.register.signatories.all(),
        letterheads=workplace.register.letterheads.all(),
        values=field_values(campaign_facts(workplace.register), on=workplace.working_day()),
        layouts=profiles_of(workplace.register),
    )
    return texts_of(LETTER, letter)


SPEC = RecordsSpec(
    collection="letters",
    title=N_("Surat"),
    columns=COLUMNS["letters"],
    fields=LETTER,
    empty_text=N_("Belum ada surat. Surat baru dimulai dari templat, misalnya edaran untuk ASN."),
    empty_action=N_("Surat baru"),
    new_text=N_("Surat baru"),
    order="-dated_on",
    defaults=draft_texts,
)


def facts_line(letters: Sequence[Letter]) -> str:
    """The grey line under the title: how many letters, and how many of them still drafts."""
    drafts = sum(not letter.number for letter in letters)
    return _("{count} surat · {drafts} belum bernomor").format(
        count=number(len(letters)), drafts=number(drafts)
    )


def typed_values(
    register: Register, facts: CampaignFacts, texts: Mapping[str, str], on: date
) -> dict[str, str]:
    """What each {field} comes to for the letter as the form says it, finished or not."""
    try:
        due_on = read_date(texts.get("reply_due_on", ""))
    except ValueError:
        due_on = None
    visit = register.visits.find(texts.get("visit_id", ""))
    about = About(
        session=register.sessions.find(texts.get("session_id", "")),
        visit=visit,
        visited=register.offices.find(visit.office_id) if visit else None,
        first=register.letters.find(texts.get("refers_to_id", "")),
        incoming=register.incoming_letters.find(texts.get("incoming_id", "")),
        due_on=due_on,
    )
    return field_values(facts, on=on, letter_number=texts.get("number", ""), about=about)
