"""Surat masuk: an incoming letter, and the disposition that sends it down the house."""

from dataclasses import dataclass
from datetime import date

from census_desk.checks import limit, order_of_days, refuse, require
from census_desk.letters.letter import Nature
from census_desk.words import N_, _

MOST_LEVELS = 9
# What a lembar disposisi offers to tick; others may be written (domain/letters.md 2.7).
INSTRUCTIONS = (
    N_("Tanggapan dan saran"),
    N_("Proses lebih lanjut"),
    N_("Koordinasi/konfirmasikan"),
    N_("Siapkan jawaban"),
    N_("Untuk diketahui"),
    N_("Wakili/hadiri"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingLetter:
    """A letter the office received; `agenda_number` comes from the book of incoming letters.

    Its pages are Scan records that carry its id; the letter that answers it carries `incoming_id`.
    """

    id: str
    agenda_number: str = ""
    received_on: date
    sender: str
    number: str = ""
    dated_on: date
    subject: str
    summary: str = ""
    nature: Nature = Nature.ORDINARY
    classification: str = ""
    reply_due_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        refuse(incoming_problems(self))


def incoming_problems(incoming: IncomingLetter) -> dict[str, str]:
    """Field to sentence for an incoming letter that cannot stand in the agenda."""
    problems: dict[str, str] = {}
    require(problems, "sender", incoming.sender, _("Pengirim"))
    require(problems, "subject", incoming.subject, _("Hal"))
    limit(problems, "sender", incoming.sender, _("Pengirim"), 200)
    limit(problems, "number", incoming.number, _("Nomor surat"), 80)
    limit(problems, "subject", incoming.subject, _("Hal"), 300)
    limit(problems, "summary", incoming.summary, _("Isi ringkas"), 1000)
    limit(problems, "note", incoming.note, _("Catatan"))
    order_of_days(problems, "received_on", incoming.dated_on, incoming.received_on)
    if "received_on" in problems:
        problems["received_on"] = _("Tanggal terima mendahului tanggal surat.")
    return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """One step down the house: who passes the letter to whom, and what is asked of them.

    `level` is 1 for the first disposition, one more for each handing on (Sekda, Asisten, Kabag).
    """

    id: str
    incoming_id: str
    from_post: str
    to_posts: tuple[str, ...]
    instructions: tuple[str, ...] = ()
    note: str = ""
    on: date
    level: int = 1
    due_on: date | None = None
    done_on: date | None = None

    def __post_init__(self) -> None:
        refuse(disposition_problems(self))


def disposition_problems(disposition: Disposition) -> dict[str, str]:
    """Field to sentence for a disposition that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "incoming_id", disposition.incoming_id, _("Surat masuk terkait"))
    require(problems, "from_post", disposition.from_post, _("Dari jabatan"))
    require(problems, "to_posts", " ".join(disposition.to_posts), _("Diteruskan kepada"))
    for text in (disposition.from_post, *disposition.to_posts):
        limit(problems, "to_posts", text, _("Diteruskan kepada"), 160)
    for text in disposition.instructions:
        limit(problems, "instructions", text, _("Dengan hormat harap"), 160)
    limit(problems, "note", disposition.note, _("Catatan"))
    order_of_days(problems, "done_on", disposition.on, disposition.done_on)
    if not 1 <= disposition.level <= MOST_LEVELS:
        problems["level"] = _("Tingkat disposisi antara 1 dan {most}.").format(most=MOST_LEVELS)
    return problems
