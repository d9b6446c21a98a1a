"""Follow-up of a letter at its offices: printed, sent, received, answered, acted upon."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import number, read_date, short_date
from census_desk.intake.scans import scan_bytes
from census_desk.letters.delivery import CHANNEL_NAMES, Acted, Channel
from census_desk.letters.following import (
    attach_receipt,
    attach_scan,
    behind,
    mark_acted,
    mark_replied,
    set_reply_due,
)
from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import IN_FORCE, Letter
from census_desk.letters.sending import (
    FollowUp,
    clear_follow_up,
    follow_ups,
    mark_received,
    mark_sent,
)
from census_desk.words import N_, _
from ui.forms import Field
from ui.workplace import OK, Workplace

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
    """What became of the letter, for many offices at once."""

    def __init__(self, workplace: Workplace, view: FollowUpView) -> None:
        self._workplace = workplace
        self._view = view
        self._letter_id = ""
        self._late: frozenset[str] = frozenset()

    @property
    def letter_id(self) -> str:
        """The letter whose offices are shown, "" for none."""
        return self._letter_id

    @property
    def late(self) -> frozenset[str]:
        """The offices that are behind on the working day."""
        return self._late

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
            self._letter_id, self._late = "", frozenset()
            self._view.show_rows((), "")
            return
        offices, deliveries = register.offices.all(), register.deliveries.all()
        rows = follow_ups(letter, offices, deliveries)
        self._late = self._behind(letter)
        self._view.show_rows(rows, follow_up_facts(rows, len(self._late)))

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
                sent_by=self._workplace.register.actor,
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

    def set_reply_due(self, office_ids: Sequence[str], texts: Mapping[str, str]) -> None:
        """Set the day typed as the last one for replies of these offices."""

        def note(on: date) -> None:
            register = self._workplace.register
            count = set_reply_due(register, self._letter_id, office_ids, due_on=on)
            self._said(_("Batas jawaban {count} OPD dicatat."), count)

        self._note(office_ids, texts, note)

    def mark_replied(self, office_ids: Sequence[str], texts: Mapping[str, str]) -> None:
        """Note that these offices replied on the day typed."""

        def note(on: date) -> None:
            count = mark_replied(self._workplace.register, self._letter_id, office_ids, on=on)
            self._said(_("Jawaban {count} OPD dicatat."), count)

        self._note(office_ids, texts, note)

    def mark_acted(self, office_ids: Sequence[str], texts: Mapping[str, str], acted: Acted) -> None:
        """Note what these offices did on the day typed."""

        def note(on: date) -> None:
            register = self._workplace.register
            count = mark_acted(register, self._letter_id, office_ids, acted=acted, on=on)
            self._said(_("Tindak lanjut {count} OPD dicatat."), count)

        self._note(office_ids, texts, note)

    def attach_receipt(self, office_ids: Sequence[str]) -> None:
        """Ask for the scan of receipts and keep it with the chosen offices: one step."""
        if not self._chosen(office_ids):
            return
        letter_id = self._letter_id

        def keep(path: Path, content: bytes) -> str:
            register = self._workplace.register
            with register.change(_("Menyimpan tanda terima {name}").format(name=path.name)):
                scan = kept_scan(
                    self._workplace, path, content, kind=ScanKind.RECEIPT, letter_id=letter_id
                )
                count = attach_receipt(register, letter_id, office_ids, scan)
            return _("Tanda terima {count} OPD disimpan.").format(count=number(count))

        take_scan(self._workplace, _("Pindaian tanda terima"), keep)

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

    def _behind(self, letter: Letter) -> frozenset[str]:
        if letter.status not in IN_FORCE:
            return frozenset()
        register, on = self._workplace.register, self._workplace.working_day()
        rows = behind(letter, register.offices.all(), register.deliveries.all(), on)
        return frozenset(row.office.id for row in rows)

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
    """A delivery's problems at the panel's own fields: all days are typed in one."""
    own = dict.fromkeys(("sent_on", "received_on", "reply_on", "acted_on", "reply_due_on"), "on")
    return {own.get(name, name): sentence for name, sentence in problems.items()}


def follow_up_facts(rows: Sequence[FollowUp], late: int = 0) -> str:
    """`Terkirim 43 · diterima 31 dari 43 OPD`, and how many are behind."""
    facts = _("Terkirim {sent} · diterima {received} dari {every} OPD").format(
        sent=number(sum(row.is_sent for row in rows)),
        received=number(sum(row.is_received for row in rows)),
        every=number(len(rows)),
    )
    return f"{facts} · {_('terlambat {late}').format(late=number(late))}" if late else facts


def scan_kinds() -> list[tuple[str, str]]:
    """What a file dialog offers for scans."""
    return [(_("PDF atau gambar"), "*.pdf *.png *.jpg *.jpeg"), (_("Semua berkas"), "*")]


def take_scan(workplace: Workplace, title: str, keep: Callable[[Path, bytes], str]) -> None:
    """Ask for a scan, look at it in the background, then `keep` it and say what it answers."""
    path = workplace.choose_open_path(title, scan_kinds())
    if path is None:
        return

    def read() -> bytes | CensusDeskError:
        try:
            return scan_bytes(path)
        except CensusDeskError as refused:
            return refused

    def then(found: bytes | CensusDeskError) -> None:
        if isinstance(found, CensusDeskError):
            workplace.refused(found)
            return
        try:
            workplace.say(keep(path, found), OK)
        except CensusDeskError as refused:
            workplace.refused(refused)

    workplace.background.run(read, then)


def kept_scan(
    workplace: Workplace,
    path: Path,
    content: bytes,
    *,
    kind: ScanKind,
    letter_id: str = "",
    incoming_id: str = "",
) -> str:
    """Keep a scan with its letter and answer its id; InvalidRecord for one over 5 MB."""
    scan = attach_scan(
        workplace.register,
        content,
        name=path.name,
        on=workplace.working_day(),
        kind=kind,
        letter_id=letter_id,
        incoming_id=incoming_id,
        new_id=workplace.new_id,
    )
    return scan.id
