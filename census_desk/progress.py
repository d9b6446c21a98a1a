"""How many ASN have finished, as each office's recaps say on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from census_desk.checks import count, limit, refuse, require
from census_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """What an office handed in: so many of its ASN had finished on that day."""

    id: str
    office_id: str
    counted_on: date
    done_count: int
    asn_count: int = 0
    reported_by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        problems: dict[str, str] = {}
        require(problems, "office_id", self.office_id, _("OPD"))
        limit(problems, "note", self.note, _("Catatan"))
        limit(problems, "reported_by", self.reported_by, _("Pelapor"), 120)
        count(problems, "done_count", self.done_count, _("Jumlah selesai"))
        count(problems, "asn_count", self.asn_count, _("Jumlah ASN"))
        if self.asn_count and self.done_count > self.asn_count:
            problems.setdefault("done_count", _("Jumlah selesai melebihi jumlah ASN."))
        refuse(problems)


def latest_recaps(recaps: Iterable[Recap], on: date) -> dict[str, Recap]:
    """Office id to its newest recap counted on or before that day."""
    latest: dict[str, Recap] = {}
    for recap in sorted(recaps, key=lambda recap: (recap.counted_on, recap.id)):
        if recap.counted_on <= on:
            latest[recap.office_id] = recap
    return latest
