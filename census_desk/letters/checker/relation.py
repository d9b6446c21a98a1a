"""What a letter cites: the one it reminds of or changes, the one it answers, its legal grounds."""

import re
from collections.abc import Iterator

from census_desk.indonesian import long_date
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.grounds import too_young
from census_desk.letters.letter import IN_FORCE, Letter, Relation
from census_desk.letters.said import DATE, dates_in, says_day
from census_desk.words import N_, _

CITED = Rule(
    text=N_("Pengingat, perubahan, dan ralat menyebut nomor dan tanggal surat pertama."),
    source=N_("Tata naskah dinas: rujukan surat"),
)
GROUNDS = Rule(
    text=N_("Dasar surat hanya peraturan yang lebih tua dari suratnya."),
    source=N_("Asas: aturan tidak dikutip sebelum terbit"),
)
_GROUND = re.compile(
    r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Surat Edaran|Surat|UU|Perpres|PP|SE)\b"
    r"[^.;\n]{0,160}?\b(?:Nomor|No\.)\s[^.;\n]{0,160}",
)
_OF_YEAR = re.compile(r"\bTahun\s+(\d{4})\b")
_NUMBERED_YEAR = re.compile(r"\b(?:Nomor|No\.)\s*\d+\s*/\s*((?:19|20)\d{2})\b")


def cited_letter_is_there(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A reminder of nothing, or of a letter that never went out."""
    if letter.relation is Relation.NONE:
        return
    if letter.relation is Relation.ANSWER:
        if facts.incoming is None:
            yield error("incoming_id", _("Pilih surat masuk yang dijawab."), CITED)
        return
    first = facts.first
    if first is None:
        yield error("refers_to_id", _("Pilih surat yang diingatkan atau diubah."), CITED)
    elif first.status not in IN_FORCE or not first.number:
        sentence = _("Surat yang dirujuk, “{subject}”, belum terbit atau sudah batal.")
        yield error("refers_to_id", sentence.format(subject=first.subject), CITED)
    elif first.dated_on > letter.dated_on:
        sentence = _("Surat yang dirujuk bertanggal {day}, sesudah surat ini.")
        yield error("dated_on", sentence.format(day=long_date(first.dated_on)), CITED)


def number_and_date_are_cited(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """The text says which letter is meant."""
    if letter.relation is Relation.ANSWER and facts.incoming:
        number, day = facts.incoming.number, facts.incoming.dated_on
        severity = advice
    elif letter.relation not in (Relation.NONE, Relation.ANSWER) and facts.first:
        number, day = facts.first.number, facts.first.dated_on
        severity = error
    else:
        return
    if number and number not in facts.said.text:
        sentence = _("Teks belum menyebut nomor {number}.").format(number=number)
        yield severity("body", sentence, CITED)
    if not says_day(facts.said.text, day):
        sentence = _("Teks belum menyebut tanggal {day}.").format(day=long_date(day))
        yield severity("body", sentence, CITED)


def grounds_are_older(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """SE MenPANRB 49/2020 is of 28 February 2020: no letter of the 13th cites it."""
    told = []
    for match in _GROUND.finditer(facts.said.body):
        ground = match[0]
        later = [day for day in dates_in(ground) if day > letter.dated_on]
        bare = DATE.sub("", ground)
        years = [int(year) for year in (*_OF_YEAR.findall(bare), *_NUMBERED_YEAR.findall(bare))]
        if later or any(year > letter.dated_on.year for year in years):
            told.append(ground)
            yield _too_young(ground, letter)
    for known in too_young(facts.said.body, letter.dated_on):
        if not any(known.known_by in ground for ground in told):
            yield _too_young(known.cited, letter)


def _too_young(ground: str, letter: Letter) -> Finding:
    sentence = _("Dasar “{ground}” lebih muda dari surat tanggal {day}.")
    day = long_date(letter.dated_on)
    return error("body", sentence.format(ground=ground.strip()[:80], day=day), GROUNDS)


CHECKS = (cited_letter_is_there, number_and_date_are_cited, grounds_are_older)
