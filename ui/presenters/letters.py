"""Letters: a draft from a template, the paper as it stands, and the follow-up at each office."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, read_date, short_date
from census_desk.letters.delivery import CHANNEL_NAMES, Channel
from census_desk.letters.drafting import LetterTemplate, drafted, letter_templates
from census_desk.letters.letter import Letter
from census_desk.letters.sending import (
    FollowUp,
    clear_follow_up,
    follow_ups,
    mark_received,
    mark_sent,
)
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.forms import Field, texts_of
from ui.presenters.records import RecordsSpec
from ui.workplace import OK, Workplace


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
    )
    return texts_of(FIELDS["letters"], letter)


SPEC = RecordsSpec(
    collection="letters",
    title=N_("Surat"),
    columns=COLUMNS["letters"],
    fields=FIELDS["letters"],
    empty_text=N_("Belum ada surat. Surat baru dimulai dari contoh edaran partisipasi ASN."),
    empty_action=N_("Surat baru"),
    new_text=N_("Surat edaran baru"),
    order="-dated_on",
    defaults=draft_texts,
)

FOLLOW_UP_FIELDS = (
    Field(name="on", label=N_("Tanggal"), kind="date"),
    Field(
        name="channel",
        label=N_("Melalui"),
        kind="choice",
        enum=Channel,
        names=CHANNEL_NAMES,
        default=Channel.COURIER.value,
    ),
    Field(name="received_by", label=N_("Diterima oleh"), optional=True),
)


class FollowUpView(Protocol):
    """What the presenter asks of the panel."""

    def show_rows(self, rows: Sequence[FollowUp], facts: str) -> None:
        """The offices of the letter and what became of it there."""

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under the panel's fields."""


class FollowUpPresenter:
    """Sent and received, for many offices at once."""

    def __init__(self, workplace: Workplace, view: FollowUpView) -> None:
        self._workplace = workplace
        self._view = view
        self._letter_id = ""

    @property
    def letter_id(self) -> str:
        """The letter whose offices are shown, "" for none."""
        return self._letter_id

    def first_texts(self) -> dict[str, str]:
        """What stands in the panel's fields at first."""
        return {
            "on": short_date(self._workplace.working_day()),
            "channel": Channel.COURIER.value,
            "received_by": "",
        }

    def show(self, letter_id: str) -> None:
        """Show the offices of a letter."""
        self._letter_id = letter_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the register says now."""
        register = self._workplace.register
        letter = register.letters.find(self._letter_id) if self._letter_id else None
        if letter is None:
            self._letter_id = ""
            self._view.show_rows((), "")
            return
        rows = follow_ups(letter, register.offices.all(), register.deliveries.all())
        self._view.show_rows(rows, follow_up_facts(rows))

    def mark_sent(self, office_ids: Sequence[str], texts: Mapping[str, str]) -> None:
        """Note that the letter left for these offices."""

        def note(on: date) -> None:
            count = mark_sent(
                self._workplace.register,
                self._letter_id,
                office_ids,
                on=on,
                channel=Channel(texts.get("channel") or Channel.COURIER.value),
                new_id=self._workplace.new_id,
            )
            self._said(_("Ditandai terkirim ke {count} OPD."), count)

        self._note(office_ids, texts, note)

    def mark_received(self, office_ids: Sequence[str], texts: Mapping[str, str]) -> None:
        """Note that these offices have the letter, by the name typed."""

        def note(on: date) -> None:
            count = mark_received(
                self._workplace.register,
                self._letter_id,
                office_ids,
                on=on,
                received_by=texts.get("received_by", ""),
            )
            self._said(_("Ditandai diterima oleh {count} OPD."), count)

        self._note(office_ids, texts, note)

    def clear(self, office_ids: Sequence[str]) -> None:
        """Take back what was noted for these offices."""
        if not self._chosen(office_ids):
            return
        try:
            count = clear_follow_up(self._workplace.register, self._letter_id, office_ids)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._said(_("Catatan pengiriman {count} OPD dihapus; dapat diurungkan."), count)

    def _note(
        self,
        office_ids: Sequence[str],
        texts: Mapping[str, str],
        note: Callable[[date], None],
    ) -> None:
        if not self._chosen(office_ids):
            return
        try:
            note(read_date(texts.get("on", "")))
        except InvalidRecord as refused:
            self._view.show_problems(_beside_fields(refused.problems))
        except CensusDeskError as refused:
            self._workplace.refused(refused)
        except ValueError:
            sentence = _("Tanggal belum benar; tulis seperti 13/02/2020.")
            self._view.show_problems({"on": sentence})
        else:
            self._view.show_problems({})

    def _chosen(self, office_ids: Sequence[str]) -> bool:
        if office_ids:
            return True
        self._workplace.say(_("Pilih dulu OPD di tabel (Ctrl+A memilih semua)."), "info")
        return False

    def _said(self, sentence: str, count: int) -> None:
        self._workplace.say(sentence.format(count=number(count)), OK)


def _beside_fields(problems: Mapping[str, str]) -> dict[str, str]:
    """A delivery's problems at the panel's own fields: both days are typed in one."""
    own = {"sent_on": "on", "received_on": "on"}
    return {own.get(name, name): sentence for name, sentence in problems.items()}


def follow_up_facts(rows: Sequence[FollowUp]) -> str:
    """`Terkirim 43 · diterima 31 dari 43 OPD`."""
    return _("Terkirim {sent} · diterima {received} dari {every} OPD").format(
        sent=number(sum(row.is_sent for row in rows)),
        received=number(sum(row.is_received for row in rows)),
        every=number(len(rows)),
    )


def facts_line(letters: Sequence[Letter]) -> str:
    """The grey line under the title: how many letters, and how many of them still drafts."""
    drafts = sum(not letter.number for letter in letters)
    return _("{count} surat · {drafts} belum bernomor").format(
        count=number(len(letters)), drafts=number(drafts)
    )
