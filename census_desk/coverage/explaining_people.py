"""How the cells of people reached, helped and finished came about."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from census_desk.coverage.behind import (
    listed_briefly,
    names_of,
    office_behind,
    offices_of_row,
    sessions_of_row,
    without_office,
)
from census_desk.coverage.counting import reach_of
from census_desk.coverage.index import Index
from census_desk.coverage.rows import CoverageRow, RowKind
from census_desk.coverage.session_marks import ENOUGH, Reach, counted_only, people_of
from census_desk.coverage.steps import count_words
from census_desk.indonesian import number, short_date
from census_desk.people import Office
from census_desk.sessions.session import Session
from census_desk.visits.obstacle import closed_count, open_count
from census_desk.visits.visit import VISIT_STATUS_NAMES
from census_desk.words import _

if TYPE_CHECKING:
    from census_desk.register import Register


def session_words(index: Index, row: CoverageRow) -> Iterator[str]:
    """How many people or villages were reached, and by which sessions."""
    sessions = sessions_of_row(index, row)
    held = [one for one in sessions if index.is_held(one)]
    office = office_behind(index, row)
    if row.kind is RowKind.OFFICE and office is not None:
        yield from _people(index, office, sessions, held)
    else:
        yield _("Desa/kelurahan terjangkau {told}.").format(
            told=count_words(row.people_reached, row.people_count)
        )
        yield _("Desa terjangkau bila sesi yang selesai menyebutnya atau menyebut kecamatannya.")
    if held:
        yield _("Sesi selesai: {told}.").format(told=listed_briefly(names_of(held)))
    if row.kind is not RowKind.VILLAGE:
        yield _("Cukup mulai {share} %.").format(share=round(100 * ENOUGH))


def _people(
    index: Index, office: Office, sessions: Sequence[Session], held: Sequence[Session]
) -> Iterator[str]:
    reach = reach_of(index, office, sessions)
    yield _whole_words(reach)
    yield from _named_words(index, office, sessions, reach)
    if reach.counted:
        yield _("Dari sesi yang hanya dihitung jumlahnya: {count} orang.").format(
            count=number(reach.counted)
        )
    if reach.whole and reach.named + reach.counted > reach.whole:
        yield _("Jumlahnya {count}, dibatasi jumlah ASN {whole}.").format(
            count=number(reach.named + reach.counted), whole=number(reach.whole)
        )
    if shared := [one for one in held if counted_in_vain(index, office, one)]:
        yield _(
            "Untuk beberapa sasaran sekaligus hanya jumlahnya yang dicatat: {told}; catat nama "
            "yang hadir agar terhitung di sini."
        ).format(told=listed_briefly(names_of(shared)))


def _whole_words(reach: Reach) -> str:
    if reach.whole:
        return _("ASN terjangkau {told}.").format(told=count_words(reach.reached, reach.whole))
    told = _("{count} orang hadir; jumlah ASN kantor ini belum diisi.")
    return told.format(count=number(reach.reached))


def _named_words(
    index: Index, office: Office, sessions: Sequence[Session], reach: Reach
) -> Iterator[str]:
    if not reach.named:
        yield _("Belum ada yang tercatat hadir dengan nama.")
        return
    at = {row.session_id for row in index.attended(office.id)}
    yield _("Dengan nama: {people} orang dari {sessions} sesi, masing-masing sekali.").format(
        people=number(reach.named), sessions=number(len(at))
    )
    if others := at - {one.id for one in sessions}:
        yield _("Di antaranya {count} sesi untuk kantor lain.").format(count=number(len(others)))


def counted_in_vain(index: Index, office: Office, session: Session) -> bool:
    """Whether people were counted at a session for several targets, so that none is this office's.

    Nobody can tell whose they were.
    """
    noted = index.noted_at(session.id)
    alone = session.office_ids == (office.id,)
    here = people_of(row for row in noted if index.home_of(row) == office.id)
    return not alone and not here and counted_only(session, noted) > 0


def visit_words(index: Index, row: CoverageRow) -> Iterator[str]:
    """How many people wait for help, and the visits made and planned."""
    office = office_behind(index, row)
    if office is None:
        yield without_office(row)
        return
    curable = [one for one in index.obstacles_at(office.id) if one.reason in index.curable]
    known = [one for one in curable if one.noted_on <= index.on]
    waiting = sum(open_count(one, index.on) for one in known)
    closed = sum(closed_count(one, index.on) for one in known)
    visits = sorted(index.visits_to(office.id), key=lambda one: (one.held_on, one.id))
    told = [
        _("{day} ({state})").format(
            day=short_date(one.held_on), state=_(VISIT_STATUS_NAMES[one.status]).lower()
        )
        for one in visits
    ]
    if known:
        yield _("Terkendala dan dapat dibantu: {waiting} orang; sudah tuntas {closed}.").format(
            waiting=number(waiting), closed=number(closed)
        )
    else:
        yield _("Tidak ada kendala yang dapat dibantu kunjungan.")
    if told:
        yield _("Kunjungan: {told}.").format(told=listed_briefly(told))


def done_words(index: Index, row: CoverageRow) -> Iterator[str]:
    """The newest recap of each office, and where its number of ASN differs."""
    offices = offices_of_row(index, row)
    if not offices:
        yield _("Tidak ada kantor ber-ASN di wilayah ini.")
        return
    yield (
        _("ASN selesai {told}, menurut rekap terakhir tiap kantor.").format(
            told=count_words(row.done_count, row.asn_count)
        )
        if row.asn_count
        else _("Jumlah ASN belum diisi.")
    )
    told = []
    for office in offices:
        recap = index.recap_of(office.id)
        words = _("belum ada")
        if recap:
            words = _("{day} {done} dari {all}").format(
                day=short_date(recap.counted_on),
                done=number(min(recap.done_count, office.asn_count)),
                all=number(office.asn_count),
            )
        told.append(words if row.kind is RowKind.OFFICE else f"{office.short_name} {words}")
    yield _("Rekap: {told}.").format(told=listed_briefly(told))
    yield from filter(None, (difference(index, one) for one in offices))


def difference(index: Index, office: Office) -> str:
    """Where the office's own number of ASN and its newest recap differ, a sentence; else ""."""
    recap = index.recap_of(office.id)
    if recap is None or recap.asn_count in (0, office.asn_count):
        return ""
    return _(
        "Periksa {name}: rekap {day} menyebut {theirs} ASN, data OPD {ours}; yang dipakai data OPD."
    ).format(
        name=office.short_name,
        day=short_date(recap.counted_on),
        theirs=number(recap.asn_count),
        ours=number(office.asn_count),
    )


def differences(register: "Register", index: Index) -> tuple[str, ...]:
    """Every office whose number of ASN does not agree with its recap or with the names on file.

    More names than ASN is a slip of one of the two; fewer are usual, not everybody is listed.
    """
    names: dict[str, int] = {}
    for person in register.employees.all():
        names[person.office_id] = names.get(person.office_id, 0) + 1
    told = []
    for office in index.offices():
        told.append(difference(index, office))
        if names.get(office.id, 0) > office.asn_count:
            sentence = _("Periksa {name}: {names} ASN tercatat dengan nama, data OPD {ours}.")
            told.append(
                sentence.format(
                    name=office.short_name,
                    names=number(names[office.id]),
                    ours=number(office.asn_count),
                )
            )
    return tuple(filter(None, told))
