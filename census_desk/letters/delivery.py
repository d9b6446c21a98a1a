"""What became of one letter at one office: sent, received, and by whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.words import N_, _


class Channel(StrEnum):
    """How a letter travels."""

    COURIER = "ekspedisi"
    WHATSAPP = "WhatsApp"
    EMAIL = "surel"
    SRIKANDI = "SRIKANDI"
    POST = "pos"
    MEETING = "rapat"


CHANNEL_NAMES = {
    Channel.COURIER: N_("Ekspedisi (diantar)"),
    Channel.WHATSAPP: N_("WhatsApp"),
    Channel.EMAIL: N_("Surel"),
    Channel.SRIKANDI: N_("SRIKANDI"),
    Channel.POST: N_("Pos"),
    Channel.MEETING: N_("Diserahkan dalam rapat"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the follow-up: letter × office."""

    id: str
    letter_id: str
    office_id: str
    sent_on: date | None = None
    channel: Channel = Channel.COURIER
    received_on: date | None = None
    received_by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        refuse(delivery_problems(self))


def delivery_problems(delivery: Delivery) -> dict[str, str]:
    """Field to sentence for a delivery that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "letter_id", delivery.letter_id, _("Surat"))
    require(problems, "office_id", delivery.office_id, _("OPD"))
    limit(problems, "received_by", delivery.received_by, _("Nama penerima"), 120)
    limit(problems, "note", delivery.note, _("Catatan"))
    if delivery.received_on and not delivery.sent_on:
        problems["sent_on"] = _("Surat yang sudah diterima harus punya tanggal kirim.")
    order_of_days(problems, "received_on", delivery.sent_on, delivery.received_on)
    if delivery.received_on and not delivery.received_by.strip():
        problems["received_by"] = _("Nama penerima belum diisi.")
    return problems
