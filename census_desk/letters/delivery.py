"""What became of one letter at one office: printed, sent, received, answered, acted upon."""

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


class Acted(StrEnum):
    """What the office did about it."""

    NOTHING = ""
    SESSION = "sesi"
    RECAP = "rekap"


CHANNEL_NAMES = {
    Channel.COURIER: N_("Ekspedisi (diantar)"),
    Channel.WHATSAPP: N_("WhatsApp"),
    Channel.EMAIL: N_("Surel"),
    Channel.SRIKANDI: N_("SRIKANDI"),
    Channel.POST: N_("Pos"),
    Channel.MEETING: N_("Diserahkan dalam rapat"),
}
ACTED_NAMES = {
    Acted.NOTHING: N_("Belum"),
    Acted.SESSION: N_("Sesi dijadwalkan"),
    Acted.RECAP: N_("Rekap diserahkan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the follow-up: letter × office.

    `receipt_scan_id` is the scan of the signed receipt or of the ekspedisi page.
    """

    id: str
    letter_id: str
    office_id: str
    printed_on: date | None = None
    sent_on: date | None = None
    channel: Channel = Channel.COURIER
    sent_by: str = ""
    received_on: date | None = None
    received_by: str = ""
    receipt_scan_id: str = ""
    reply_due_on: date | None = None
    reply_on: date | None = None
    acted: Acted = Acted.NOTHING
    acted_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        refuse(delivery_problems(self))


def delivery_problems(delivery: Delivery) -> dict[str, str]:
    """Field to sentence for a delivery that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "letter_id", delivery.letter_id, _("Surat"))
    require(problems, "office_id", delivery.office_id, _("OPD"))
    limit(problems, "received_by", delivery.received_by, _("Nama penerima"), 120)
    limit(problems, "sent_by", delivery.sent_by, _("Nama pengirim"), 120)
    limit(problems, "note", delivery.note, _("Catatan"))
    if delivery.received_on and not delivery.sent_on:
        problems["sent_on"] = _("Surat yang sudah diterima harus punya tanggal kirim.")
    order_of_days(problems, "received_on", delivery.sent_on, delivery.received_on)
    if delivery.received_on and not delivery.received_by.strip():
        problems["received_by"] = _("Nama penerima belum diisi.")
    order_of_days(problems, "reply_on", delivery.sent_on, delivery.reply_on)
    if delivery.acted is not Acted.NOTHING and delivery.acted_on is None:
        problems["acted_on"] = _("Tanggal tindakan belum diisi.")
    return problems
