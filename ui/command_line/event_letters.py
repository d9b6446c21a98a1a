"""Commands on letters of a session or visit: drafted from it, listed, issued anew, corrected."""

from argparse import Namespace

from census_desk.errors import CensusDeskError
from census_desk.letters.event_mending import ralat, reissue
from census_desk.letters.events import Event, Wanted, draft_letter, event_of, letters_of
from census_desk.letters.letter import LETTER_KIND_NAMES, LETTER_STATUS_NAMES
from census_desk.people import PostKind
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import NothingFound, find_record
from ui.command_line.letters import today
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table

SIGNERS = {
    "sekda": PostKind.SECRETARY,
    "camat": PostKind.DISTRICT_HEAD,
    "bps": PostKind.BPS_HEAD,
}


def draft_of(args: Namespace) -> int:
    """`event draft`: an invitation, an assignment or a room request of a session or visit."""
    with writing(args) as register:
        letter = draft_letter(
            register,
            _event(register, args.event),
            Wanted(args.wanted),
            on=today(register),
            letter_id=register.ids(),
            signer=SIGNERS.get(args.by),
        )
        print(_("Draf: {subject} [{id}]").format(subject=clean(letter.subject), id=letter.id))
    return DONE


def list_of(args: Namespace) -> int:
    """`event letters`: the letters of a session or visit, and what each no longer tells rightly."""
    with reading(args) as register:
        rows = letters_of(register, _event(register, args.event), today(register))
        if args.json:
            print(
                as_json(
                    [
                        {
                            "id": row.id,
                            "kind": row.letter.kind.value,
                            "number": row.letter.number,
                            "status": row.letter.status.value,
                            "told": list(row.told),
                            "sent_count": row.sent_count,
                            "stale": [one.sentence for one in row.stale],
                        }
                        for row in rows
                    ]
                )
            )
            return DONE
        cells = [
            [
                row.letter.number or "–",
                _(LETTER_KIND_NAMES[row.letter.kind]),
                _(LETTER_STATUS_NAMES[row.letter.status]),
                "; ".join(row.told),
                "; ".join(one.sentence for one in row.stale),
            ]
            for row in rows
        ]
        headings = [_("Nomor"), _("Jenis"), _("Status"), _("Kepada"), _("Yang berubah")]
        print("\n".join(table(headings, cells)))
    return DONE


def reissue_of(args: Namespace) -> int:
    """`event reissue`: void what was left behind and draft it anew, to the same people."""
    with writing(args) as register:
        made = reissue(
            register,
            _event(register, args.event),
            on=today(register),
            reason=args.reason,
            new_id=register.ids,
        )
        for letter in made:
            told = _("Draf pengganti: {subject}, kepada {told} [{id}]")
            names = "; ".join(letter.recipients or [one.name for one in letter.assignees])
            print(told.format(subject=clean(letter.subject), told=clean(names), id=letter.id))
    return DONE


def ralat_of(args: Namespace) -> int:
    """`event ralat`: a draft that corrects each letter that was left behind."""
    with writing(args) as register:
        event = _event(register, args.event)
        for letter in ralat(register, event, on=today(register), new_id=register.ids):
            print(_("Draf ralat: {id}").format(id=letter.id))
    return DONE


def _event(register: Register, typed: str) -> Event:
    """A session, else a visit, by id or the beginning of its title."""
    found = event_of(register, typed.strip().upper())
    if found is not None:
        return found
    refusals: list[CensusDeskError] = []
    for collection in ("sessions", "visits"):
        try:
            record = find_record(register, collection, typed)
        except NothingFound:
            continue
        except CensusDeskError as several:
            refusals.append(several)
            continue
        event = event_of(register, record.id)
        assert event is not None
        return event
    if refusals:
        raise refusals[0]
    raise NothingFound(_("sesi atau kunjungan"), typed)
