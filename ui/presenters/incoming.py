"""Surat masuk: entered in the agenda, passed down by disposition, answered by a letter."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.incoming_mail import (
    as_answer,
    dispose,
    dispositions_of,
    finish_disposition,
    is_answered,
    register_incoming,
)
from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import Letter
from census_desk.letters.starting import Starting, started
from census_desk.people import PostKind, in_office
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.fields.letters import LETTER
from ui.forms import parse
from ui.presenters.follow_up import kept_scan, take_scan
from ui.presenters.letters import Start, start_texts
from ui.presenters.parts import PartsPresenter
from ui.presenters.records import RecordsSpec
from ui.workplace import OK, Workplace


def _first_texts(workplace: Workplace) -> Mapping[str, str]:
    day = short_date(workplace.working_day())
    return {"received_on": day, "dated_on": day}


def _enter(workplace: Workplace, incoming: IncomingLetter) -> IncomingLetter:
    return register_incoming(
        workplace.register, incoming, on=workplace.working_day(), new_id=workplace.new_id
    )


SPEC = RecordsSpec(
    collection="incoming_letters",
    title=N_("Surat masuk"),
    columns=COLUMNS["incoming_letters"],
    fields=FIELDS["incoming_letters"],
    empty_text=N_("Belum ada surat masuk. Catat surat yang diterima, lalu disposisikan."),
    empty_action=N_("Catat surat masuk"),
    new_text=N_("Catat surat masuk"),
    order="-received_on",
    defaults=_first_texts,
    add=_enter,
)


def disposition_spec(incoming_id: str) -> RecordsSpec:
    """The dispositions of one letter; a new one takes its level from who gives it."""

    def first(workplace: Workplace) -> Mapping[str, str]:
        return {"from_post": _giver(workplace, incoming_id), "on": _day(workplace)}

    def of_letter(workplace: Workplace) -> list[Any]:
        return dispositions_of(workplace.register.dispositions.all(), incoming_id)

    return RecordsSpec(
        collection="dispositions",
        title=N_("Disposisi"),
        columns=COLUMNS["dispositions"],
        fields=FIELDS["dispositions"],
        empty_text=N_("Belum ada disposisi untuk surat ini."),
        empty_action=N_("Disposisi baru"),
        new_text=N_("Disposisi baru"),
        order="level",
        defaults=first,
        records=of_letter,
    )


class DispositionsPresenter(PartsPresenter):
    """New dispositions go through the use case, which knows their level."""

    def __init__(self, workplace: Workplace, incoming_id: str) -> None:
        super().__init__(workplace, disposition_spec(incoming_id))
        self._incoming_id = incoming_id

    def _write(self, record_id: str, values: Mapping[str, Any]) -> None:
        if record_id:
            super()._write(record_id, values)
            return
        given = {name: value for name, value in values.items() if name != "done_on"}
        register = self._workplace.register
        with register.change(_("Disposisi baru")) as step:
            made = dispose(register, self._incoming_id, **given, new_id=self._workplace.new_id)
            if values.get("done_on"):
                register.dispositions.replace(replace(made, done_on=values["done_on"]))
            step.what = _("Disposisi kepada {posts}").format(posts=", ".join(made.to_posts))

    def finish(self, ids: tuple[str, ...]) -> None:
        """What was asked is done, on the working day."""
        register, on = self._workplace.register, self._workplace.working_day()
        try:
            with register.change(_("Menyelesaikan {count} disposisi").format(count=len(ids))):
                for one in ids:
                    finish_disposition(register, one, on=on)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.say(_("Disposisi selesai."), OK)


def answer(workplace: Workplace, incoming_id: str, start: Start) -> str:
    """A saved draft that answers an incoming letter; its id, "" when refused (and said)."""
    register = workplace.register
    incoming: IncomingLetter = register.incoming_letters.get(incoming_id)
    try:
        if start.template is not None:
            draft = started(
                register,
                start.template.id,
                on=workplace.working_day(),
                letter_id=workplace.new_id(),
                about=Starting(incoming_id=incoming_id),
            )
        else:
            texts = dict(start_texts(workplace, start)) | {"subject": _answer_subject(incoming)}
            values, problems = parse(LETTER, texts)
            if problems:
                raise InvalidRecord(problems)
            draft = as_answer(Letter(id=workplace.new_id(), **values), incoming)
        saved = editing.add(register, draft)
    except CensusDeskError as refused:
        workplace.refused(refused)
        return ""
    workplace.say(_("Draf jawaban dibuat; lengkapi, periksa, lalu terbitkan."), OK)
    return saved.id


def attach_page(workplace: Workplace, incoming_id: str) -> None:
    """Ask for the scan of an incoming letter and keep it."""

    def keep(path: Path, content: bytes) -> str:
        kept_scan(workplace, path, content, kind=ScanKind.INCOMING, incoming_id=incoming_id)
        return _("Pindaian {name} disimpan.").format(name=path.name)

    take_scan(workplace, _("Pindaian surat masuk"), keep)


def incoming_facts(workplace: Workplace) -> str:
    """`4 surat masuk · 1 belum dijawab`: those that ask for an answer and have none."""
    letters: tuple[IncomingLetter, ...] = workplace.register.incoming_letters.all()
    waiting = [
        one for one in letters if one.reply_due_on and not is_answered(workplace.register, one.id)
    ]
    return _("{count} surat masuk · {waiting} belum dijawab").format(
        count=number(len(letters)), waiting=number(len(waiting))
    )


def disposition_facts(workplace: Workplace, incoming_id: str) -> str:
    """How many dispositions a letter has, and how many pages are kept of it."""
    given = dispositions_of(workplace.register.dispositions.all(), incoming_id)
    scans = sum(one.incoming_id == incoming_id for one in workplace.register.scans.all())
    return _("{count} disposisi · {scans} pindaian").format(
        count=number(len(given)), scans=number(scans)
    )


def _answer_subject(incoming: IncomingLetter) -> str:
    # printed: Indonesian whatever the screens speak
    return f"Jawaban atas {incoming.subject}"[:300]


def _giver(workplace: Workplace, incoming_id: str) -> str:
    """Who passes on next: the first of those it was passed to last, else the secretary."""
    given = dispositions_of(workplace.register.dispositions.all(), incoming_id)
    if given:
        return given[-1].to_posts[0]
    on = workplace.working_day()
    posts = [
        one.post
        for one in workplace.register.signatories.all()
        if one.post_kind is PostKind.SECRETARY and in_office(one, on)
    ]
    return next(iter(posts), "")


def _day(workplace: Workplace) -> str:
    return short_date(workplace.working_day())
