"""Beranda: its figures are those of the sample campaign on its working date, and they add up."""

from datetime import date

import pytest

from census_desk import editing
from census_desk.coverage.counting import full_count
from census_desk.coverage.rows import RowKind
from census_desk.coverage.steps import State, Step
from census_desk.due import When
from census_desk.register import Register
from tests.census_desk.builders import a_denominator, a_phase, a_recap, a_target
from ui.presenters.home import HomePresenter
from ui.presenters.phases import COMING, DONE, NOW, phase_bar, target_words


@pytest.fixture
def home(workplace):
    made = HomePresenter(workplace)
    made.refresh()
    return made


def figures(home):
    return {card.name: card.figure for card in home.cards}


def test_the_cards_count_the_sample_of_21_february(home):
    assert figures(home) == {
        "ASN selesai": "396 / 7.140",
        "OPD menerima edaran": "31 / 43",
        "OPD tersosialisasi": "3 / 43",
        "Sesi minggu ini": "9",
        "Kunjungan terbuka": "6",
    }


def test_the_cards_follow_the_working_date(home, workplace):
    editing.set_working_date(workplace.register, date(2020, 2, 14))

    home.refresh()

    assert figures(home)["ASN selesai"] == "0 / 7.140"
    assert home.day_words == "Jumat, 14 Februari 2020"


def test_the_board_has_every_office_once(home):
    assert home.board.count == 43


def test_the_most_to_do_stands_first(home):
    needs = [home.board.at(place).need for place in range(home.board.count)]

    assert needs == sorted(needs, reverse=True)


def test_the_counts_under_the_headings_are_those_of_the_cards(home):
    assert home.heads["session"] == "3 dari 43"
    assert home.heads["visit"] == "2 dari 7"


def test_the_board_can_stand_in_the_official_order(home):
    home.sort_as_listed()

    assert home.board.at(0).office.rank == min(row.office.rank for row in home.board._records)
    assert not home.is_by_need


def test_sorting_by_a_heading_ends_the_order_by_need(home):
    home.board.toggle_sort("office")

    assert not home.is_by_need


def test_the_filter_finds_whole_names_and_states_in_words(home):
    home.board.filter("umum daerah")
    names = [home.board.at(place).office.short_name for place in range(home.board.count)]
    home.board.filter("lewat waktu")

    assert names == ["RSUD"]
    assert home.board.count == 12


@pytest.mark.parametrize(
    ("column", "page"),
    [("letter", "letters"), ("session", "sessions"), ("visit", "visits"), ("done", "progress")],
)
def test_a_cell_opens_what_is_behind_it(home, screen, column, page):
    row = home.board.at(0)

    home.open_cell(row.id, column)

    assert screen.went[-1][0] == page


def test_a_recap_cell_opens_the_office(home, screen):
    row = home.board.at(0)

    home.open_cell(row.id, "done")

    assert screen.went == [("progress", row.id)]


def test_a_cell_without_record_opens_the_page(home, screen):
    row = next(r for r in home.board._records if not r.marks[Step.VISIT].record_id)

    home.open_cell(row.id, "visit")

    assert screen.went == [("visits", None)]


def test_the_name_of_an_office_opens_the_office(home, screen):
    home.open_cell(home.board.at(3).id, "office")

    assert screen.went == [("progress", home.board.at(3).id)]


def test_a_due_letter_leads_to_the_letter(home, screen):
    item = next(item for item in home.due if item.collection == "letters")

    home.open_due(item)

    assert screen.went == [("letters", item.record_id)]


def test_missing_recaps_lead_to_their_offices_on_the_board(home, screen):
    item = next(item for item in home.due if item.collection == "recaps")

    home.open_due(item)

    assert screen.went == []
    assert home.board.count == len(item.office_ids) == 25
    assert all(
        home.board.at(n).marks[Step.DONE].state is State.MISSING for n in range(home.board.count)
    )


def test_showing_all_offices_again(home):
    home.show_only(("x",))
    home.show_only(())

    assert home.board.count == 43


def test_overdue_things_stand_first_in_the_list(home):
    assert home.due[0].when is When.OVERDUE


def test_a_change_of_preferences_of_others_is_no_reason_to_count_anew(home, workplace):
    class Touched:
        touched = {"pictures": frozenset({"x"})}

    assert home.concerns(None)
    assert not home.concerns(Touched())


@pytest.mark.parametrize("collection", ["letters", "visits", "obstacles", "follow_ups", "phases"])
def test_the_first_page_counts_anew_when_what_it_shows_changed(home, collection):
    touched = type("Touched", (), {"touched": (collection,)})

    assert home.concerns(touched)


def test_an_empty_register_says_so(empty_workplace):
    home = HomePresenter(empty_workplace)
    home.refresh()

    assert home.is_empty
    assert figures(home)["ASN selesai"] == "0 / 0"
    assert home.target is None
    assert home.phases.spans == ()


def test_the_target_is_told_with_its_sum_and_sources(home):
    assert home.target.line == "Target daring 27 % = 231.502 dari 857.415 orang"
    assert home.target.formula.startswith("27 % × 857.415 = 231.502,05, dibulatkan 231.502 orang\n")
    assert "ANTARA" in home.target.formula


# the phase bar

START, END = date(2020, 2, 15), date(2020, 3, 31)


def online(**fields):
    filled = {"starts_on": START, "ends_on": END, "known_from": date(2020, 2, 13)}
    return a_phase(**(filled | fields))


@pytest.mark.parametrize(
    ("on", "state", "words"),
    [
        (date(2020, 2, 13), COMING, "Sensus daring mulai 2 hari lagi"),
        (START, NOW, "Sensus daring: hari ke-1 dari 46, 45 hari lagi"),
        (END, NOW, "Sensus daring: hari ke-46 dari 46, 0 hari lagi"),
        (date(2020, 4, 1), DONE, "Semua tahap sudah selesai"),
    ],
)
def test_a_stage_is_coming_runs_or_is_over(on, state, words):
    bar = phase_bar([online()], on)

    assert (bar.spans[0].state, bar.words) == (state, words)


def test_a_moved_stage_counts_from_the_day_it_was_known():
    moved = online(id="g", ends_on=date(2020, 5, 29), known_from=date(2020, 3, 20))

    before = phase_bar([online(), moved], date(2020, 3, 19))
    after = phase_bar([online(), moved], date(2020, 3, 20))

    assert (before.spans[0].dates, after.spans[0].dates) == ("15/02–31/03", "15/02–29/05")


@pytest.mark.parametrize("on", [date(2020, 2, 1), START, END, date(2020, 6, 1)])
def test_the_mark_and_the_spans_stay_on_the_line(on):
    bar = phase_bar([online(known_from=date(2020, 1, 1))], on)

    assert 0 <= bar.today <= 1
    assert 0 <= bar.spans[0].start < bar.spans[0].end <= 1


def test_the_mark_of_the_first_day_stands_inside_the_stage():
    bar = phase_bar([online()], START)

    assert bar.spans[0].start <= bar.today <= bar.spans[0].end


def test_a_target_without_its_base_is_not_told():
    assert target_words([a_target()], [], date(2020, 2, 21)) is None
    assert target_words([a_target()], [a_denominator()], date(2020, 2, 21)) is not None


def test_the_first_page_shows_the_rows_of_the_whole_board(home, workplace):
    on = workplace.working_day()

    rows = full_count(workplace.register, on, kinds=(RowKind.OFFICE,))

    assert [one.row for one in home._rows] == list(rows)


def test_the_first_page_follows_a_change_without_counting_all_anew(home, workplace):
    register, on = workplace.register, workplace.working_day()
    first, kept = home._rows[0], home._rows[1]
    register.subscribe(home.refresh)

    recap = a_recap(id=register.ids(), office_id=first.id, counted_on=on, done_count=1)
    register.recaps.add(recap)

    assert home._rows[0].marks[Step.DONE].record_id == recap.id
    assert home._rows[1].row is kept.row


def test_a_register_put_in_the_place_of_another_is_counted_anew(home, workplace):
    with Register.in_memory() as empty:
        workplace.register = empty

        home.refresh()

        assert home.is_empty
