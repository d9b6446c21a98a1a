"""How the cells of letters, invitations and the calendar came about."""

from collections.abc import Iterator

from census_desk.coverage.behind import (
    listed_briefly,
    name_of,
    names_of,
    no_session,
    office_behind,
    sessions_of_row,
    without_office,
)
from census_desk.coverage.counting import asked_office
from census_desk.coverage.index import Index
from census_desk.coverage.letter_marks import Asked, is_issued
from census_desk.coverage.rows import CoverageRow
from census_desk.indonesian import number, short_date
from census_desk.letters.delivery import Delivery
from census_desk.letters.letter import Letter
from census_desk.sessions.session import SESSION_STATUS_NAMES
from census_desk.words import _


def letter_words(index: Index, row: CoverageRow) -> Iterator[str]:
    """The circulars to the row's office, and how far each has come."""
    office = office_behind(index, row)
    if office is None:
        yield without_office(row)
        return
    mine = [
        one
        for one in index.circulars()
        if is_issued(one, index.on) and (not one.office_ids or office.id in one.office_ids)
    ]
    if not mine:
        yield _("Belum ada surat edaran bernomor yang ditujukan ke sini.")
        return
    rows = {one.letter_id: one for one in index.deliveries_to(office.id)}
    told = [_way_words(index, one, rows.get(one.id)) for one in mine]
    yield _("{count} surat edaran ditujukan ke sini: {told}.").format(
        count=number(len(mine)), told=listed_briefly(told)
    )


def _way_words(index: Index, letter: Letter, way: Delivery | None) -> str:
    name = letter.number or letter.subject
    if way and way.received_on and way.received_on <= index.on:
        return _("{name} diterima {day}").format(name=name, day=short_date(way.received_on))
    if way and way.sent_on and way.sent_on <= index.on:
        return _("{name} terkirim {day}, belum diterima").format(
            name=name, day=short_date(way.sent_on)
        )
    return _("{name} belum dikirim").format(name=name)


def invited_words(index: Index, row: CoverageRow) -> Iterator[str]:
    """The sessions of the row, and whether it was asked to each."""
    sessions = sessions_of_row(index, row)
    office = office_behind(index, row)
    if not sessions:
        yield no_session()
    elif office is None:
        told = listed_briefly(names_of(sessions))
        yield _("Undangan dihitung dari surat undangan tiap sesi: {told}.").format(told=told)
    else:
        asked = asked_office(index, office, sessions)
        yield _("{count} dari {all} sesi sudah diundang. {told}.").format(
            count=number(sum(one.is_invited for one in asked)),
            all=number(len(asked)),
            told=listed_briefly([f"{name_of(one.session)}: {_asked_words(one)}" for one in asked]),
        )


def _asked_words(one: Asked) -> str:
    if one.day:
        return _("undangan terkirim {day}").format(day=short_date(one.day))
    if one.is_invited:
        return _("tercatat diundang")
    return _("undangan belum dikirim") if one.is_begun else _("belum diundang")


def scheduled_words(index: Index, row: CoverageRow) -> Iterator[str]:
    """The deadline, and the sessions that take place for the row."""
    sessions = sessions_of_row(index, row)
    limit = (
        _("Tenggat {day}, akhir sensus daring.").format(day=short_date(index.deadline))
        if index.deadline
        else _("Tenggat belum diketahui: tanggal sensus daring belum diisi.")
    )
    yield limit
    if not sessions:
        yield no_session()
        return
    told = [
        _("{session} ({state})").format(
            session=name_of(one), state=_(SESSION_STATUS_NAMES[one.status]).lower()
        )
        for one in sessions
    ]
    every = _("Ada {count} sesi untuknya: {told}.")
    yield every.format(count=number(len(sessions)), told=listed_briefly(told))
