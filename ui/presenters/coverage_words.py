"""What the coverage board says in words: counts under headings, totals, the chosen cell."""

from collections.abc import Iterable, Mapping

from census_desk.coverage.rows import CoverageRow, RowKind, board_totals, head_counts
from census_desk.coverage.steps import STATE_NAMES, STEP_NAMES, State, Step, count_words
from census_desk.indonesian import number
from census_desk.words import N_, _
from ui.presenters.coverage_rows import STEP_OF
from ui.presenters.signs import SIGNS

# How each figure is counted: said with the chosen cell.
EXPLANATIONS = {
    Step.LETTER: N_("dihitung dari edaran terbit yang ditujukan kepadanya dan dicatat diterima"),
    Step.INVITED: N_("dihitung dari undangan terbit untuk sesinya"),
    Step.SCHEDULED: N_("sesi yang sudah diadakan atau dijadwalkan sebelum tahap daring berakhir"),
    Step.SESSION: N_(
        "yang hadir pada semua sesi yang sudah diadakan, tiap orang satu kali, tamu ikut dihitung"
    ),
    Step.VISIT: N_("kunjungan bagi yang terkendala dan dapat dibantu"),
    Step.DONE: N_("rekap terbaru terhadap jumlah ASN"),
}
AREA_EXPLANATIONS = {
    Step.SESSION: N_(
        "desa/kelurahan yang disebut sesi yang sudah diadakan, sendiri atau bersama kecamatannya"
    ),
    Step.DONE: N_("rekap terbaru semua OPD di wilayah ini terhadap jumlah ASN-nya"),
}


def heads(rows: Iterable[CoverageRow]) -> dict[str, str]:
    """Column to two lines: done of those it is needed for, then every state; they sum to the rows.

    Offices, kecamatan and villages are counted apart: a kecamatan is the sum of its villages.
    """
    kinds = [[row for row in rows if row.kind is kind] for kind in RowKind]
    kinds = [each for each in kinds if each]
    every = [row for each in kinds for row in each]
    answers = {}
    whole, parts = head_counts(every), [head_counts(each) for each in kinds]
    for column, step in STEP_OF.items():
        done = " · ".join(_done_of(counts[step], is_alone=len(parts) == 1) for counts in parts)
        answers[column] = f"{done or '–'}\n{_states(whole[step])}"
    return answers


def _done_of(counts: Mapping[State, int], *, is_alone: bool) -> str:
    """`31 dari 43`; beside others, where there is less room, `31/43`."""
    done, needed = counts[State.DONE], sum(counts.values()) - counts[State.NOT_NEEDED]
    if not is_alone:
        return f"{number(done)}/{number(needed)}"
    return _("{count} dari {total}").format(count=number(done), total=number(needed))


def _states(counts: Mapping[State, int]) -> str:
    """`✓31 ›5 !3 ○4`: every row once."""
    return " ".join(f"{SIGNS[state]}{number(n)}" for state, n in counts.items() if n)


def totals(rows: Iterable[CoverageRow]) -> str:
    """`ASN selesai 396 dari 7.140 · 5,5 %` and who is reached: sums of these rows."""
    sums = board_totals(rows)
    parts = []
    if sums.offices:
        reached = count_words(sums.people_reached, sums.people_count)
        done = count_words(sums.done_count, sums.asn_count)
        parts.append(_("ASN terjangkau {told}").format(told=reached))
        parts.append(_("ASN selesai {told}").format(told=done))
    if sums.village_count:
        reached = count_words(sums.villages_reached, sums.village_count)
        parts.append(_("desa/kelurahan terjangkau {told}").format(told=reached))
    return "; ".join(parts)


def told(row: CoverageRow, column: str, *, in_short: bool = False) -> str:
    """The chosen cell in whole words: what, how it stands, and how the figure is counted."""
    step = STEP_OF.get(column)
    if step is None:
        return _row_words(row)
    mark = row.marks[step]
    state = _(STATE_NAMES[mark.state])
    line = f"{row.name} · {_(STEP_NAMES[step])}: {mark.detail} ({state})"
    return line if in_short else f"{line}. {_explanation(row, step)}"


def _explanation(row: CoverageRow, step: Step) -> str:
    is_area = row.kind is not RowKind.OFFICE
    text = AREA_EXPLANATIONS.get(step) if is_area else None
    how = _(text or EXPLANATIONS[step])
    count = len(row.marks[step].record_ids)
    if not count:
        return _("Cara hitung: {how}.").format(how=how)
    opens = _("Enter memilih dari {count} catatan") if count > 1 else _("Enter membukanya")
    sentence = _("Cara hitung: {how}. {opens}.")
    return sentence.format(how=how, opens=opens.format(count=number(count)))


def _row_words(row: CoverageRow) -> str:
    parts = [row.name]
    if row.kind is RowKind.OFFICE:
        parts.append(_("{count} ASN").format(count=number(row.asn_count)))
        parts.append(_("Enter: semua tentang OPD ini"))
    elif row.kind is RowKind.DISTRICT:
        parts.append(_("{count} desa/kelurahan").format(count=number(row.people_count)))
        parts.append(_("Enter atau panah kanan membuka desanya"))
    return " · ".join(parts)
