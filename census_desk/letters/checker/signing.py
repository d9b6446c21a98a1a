"""Who signs: the kop, the signature block, and whether the signer holds the post that day."""

import re
from collections.abc import Iterator

from census_desk.indonesian import long_date
from census_desk.letters.checker.facts import CheckFacts
from census_desk.letters.checker.finding import Finding, Rule, advice, error
from census_desk.letters.drafting import CIRCULAR_SIGNERS, KOP_OF_POST
from census_desk.letters.letter import Letter, LetterKind
from census_desk.letters.profile import OTHER, REGULATING, signature_rule
from census_desk.people import (
    LETTERHEAD_KIND_NAMES,
    LetterheadKind,
    PostKind,
    PostStatus,
    Signatory,
    in_office,
)
from census_desk.words import N_, _

KOP = Rule(
    text=N_("Kop mengikuti penanda tangan, bukan perihal."),
    source=N_("Tata naskah dinas daerah: kop jabatan dan kop perangkat daerah"),
)
TERM = Rule(
    text=N_("Penanda tangan menjabat pada tanggal surat."),
    source=N_("UU 30/2014 Pasal 14; SE BKN 1/2021"),
)
BLOCK = Rule(
    text=N_("Plt., Plh., dan Pj. melekat pada jabatan; jabatan asal baris kedua, koma terakhir."),
    source=N_("Lampiran Permendagri 54/2009 bagian C"),
)
BELOW_NAME = Rule(
    text=N_("Pangkat dan NIP dicetak bagi pejabat selain kepala daerah menurut profil."),
    source=N_("Permendagri 1/2023 Pasal 44"),
)
BEHALF = Rule(
    text=N_("a.n. untuk pejabat setingkat di bawah, u.b. untuk dua tingkat."),
    source=N_("Tata naskah dinas daerah: kewenangan penandatanganan"),
)
WHO = Rule(
    text=N_("Surat edaran kabupaten ditandatangani kepala daerah atau sekretaris daerah a.n."),
    source=N_("Permendagri 1/2023: naskah dinas arahan"),
)
_PREFIX = re.compile(r"^\s*(Plt|Plh|Pj|Pjs|a\.?n)\b\.?", re.IGNORECASE)


def kop_follows_signatory(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A Garuda kop above a secretary's name, a Setda kop above BPS (detail 1 and 11)."""
    if facts.letterhead is None or facts.signatory is None:
        return
    wanted = KOP_OF_POST.get(facts.signatory.post_kind, LetterheadKind.REGIONAL)
    if facts.letterhead.kind is not wanted:
        sentence = _("{post} memakai {wanted}, bukan {kop}.").format(
            post=facts.signatory.post,
            wanted=_low(_(LETTERHEAD_KIND_NAMES[wanted])),
            kop=_low(_(LETTERHEAD_KIND_NAMES[facts.letterhead.kind])),
        )
        yield error("letterhead_id", sentence, KOP)


def kop_is_of_own_office(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """The head of one office does not write under another's name."""
    office = next(
        (one for one in facts.offices if facts.signatory and one.id == facts.signatory.office_id),
        None,
    )
    if office is None or facts.letterhead is None or facts.letterhead.kind is LetterheadKind.REGENT:
        return
    printed = " ".join(facts.letterhead.office_lines).casefold()
    words = [word for word in office.name.casefold().split() if len(word) > 3]
    if not any(word in printed for word in words):
        sentence = _("Penanda tangan dari {office}, sedangkan kop {kop}.").format(
            office=office.name, kop=facts.letterhead.name
        )
        yield advice("letterhead_id", sentence, KOP)


def signatory_is_in_office(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Status and date in office."""
    one = facts.signatory
    if one is None or in_office(one, letter.dated_on):
        return
    until = long_date(one.to_on) if one.to_on else "…"
    sentence = _("{name} menjabat {first} s.d. {last}, surat bertanggal {day}.").format(
        name=one.name, first=long_date(one.from_on), last=until, day=long_date(letter.dated_on)
    )
    yield error("signatory_id", sentence, TERM)


def one_holder_of_a_post(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Two holders of one post on one day: one of the terms is wrong."""
    mine = facts.signatory
    for other in facts.signatories:
        is_rival = mine and other.id != mine.id and _post_key(other) == _post_key(mine)
        if mine and is_rival and in_office(other, letter.dated_on):
            sentence = _("Pada {day} jabatan {post} juga dipegang {name}; periksa masanya.").format(
                day=long_date(letter.dated_on), post=other.post, name=other.name
            )
            yield advice("signatory_id", sentence, TERM)


def status_belongs_to_the_post(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """ "Plt. M. Hartopo": the status typed before the person, or into the post (detail 3)."""
    one = facts.signatory
    if one is None:
        return
    if _PREFIX.match(one.name):
        sentence = _("“{name}”: Plt./Plh./Pj. ditulis di depan jabatan, tidak di depan nama.")
        yield error("signatory_id", sentence.format(name=one.name), BLOCK)
    for title in (one.post, one.own_post):
        if _PREFIX.match(title):
            sentence = _("“{post}”: pilih statusnya pada penanda tangan, jangan diketik.")
            yield error("signatory_id", sentence.format(post=title), BLOCK)
        if title.rstrip().endswith(","):
            sentence = _("“{post}”: koma dicetak sendiri sesudah jabatan terakhir.")
            yield error("signatory_id", sentence.format(post=title), BLOCK)


def lines_below_the_name(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Pangkat and NIP where the profile prints them: missing ones leave a gap (detail 4)."""
    one = facts.signatory
    if one is None:
        return
    group = REGULATING if letter.kind is LetterKind.CIRCULAR else OTHER
    rule = signature_rule(facts.profile, group, one.post_kind, one.status)
    lacking = [
        name
        for name, is_printed, value in (
            ("NIP", rule.prints_nip, one.nip),
            (_("pangkat"), rule.prints_rank, one.rank),
        )
        if is_printed and not value.strip()
    ]
    if lacking:
        sentence = _("{what} {name} belum diisi, padahal dicetak di bawah nama.").format(
            what=_(" dan ").join(lacking), name=one.name
        )
        yield error("signatory_id", sentence, BELOW_NAME)
    if rule.unsettled:
        yield advice("signatory_id", rule.unsettled, BELOW_NAME)


def on_behalf_is_one_step(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """a.n. to the official one step below, u.b. to the one two steps below."""
    one, behalf = facts.signatory, _steps(letter.on_behalf_of)
    if one is None or not behalf:
        return
    if _same_post(behalf[-1], one.post):
        yield error("on_behalf_of", _("Pejabat tidak menandatangani atas nama dirinya."), BEHALF)
    if any(_PREFIX.match(part) for part in behalf):
        sentence = _("Tulis jabatannya saja; “a.n.” dan “u.b.” dicetak sendiri.")
        yield error("on_behalf_of", sentence, BEHALF)
    if one.post_kind is PostKind.ASSISTANT and len(behalf) == 1 and "BUPATI" in behalf[0].upper():
        sentence = _("Asisten menandatangani u.b.: isi “{first}; SEKRETARIS DAERAH”.")
        yield error("on_behalf_of", sentence.format(first=behalf[0]), BEHALF)
    if one.post_kind is PostKind.REGENT or one.post_kind is PostKind.BPS_HEAD:
        sentence = _("{post} tidak menandatangani a.n. pejabat lain di kabupaten.")
        yield error("on_behalf_of", sentence.format(post=one.post), BEHALF)


def regent_on_behalf_is_acting(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """Whether "a.n. BUPATI" or "a.n. Plt. BUPATI" is right is not settled anywhere."""
    acting = next(
        (
            one
            for one in facts.signatories
            if one.post_kind is PostKind.REGENT
            and one.status is not PostStatus.DEFINITIVE
            and in_office(one, letter.dated_on)
        ),
        None,
    )
    if acting and _steps(letter.on_behalf_of):
        sentence = _("Kepala daerah dijabat {status}; sepakati “a.n.” dengan bagian hukum.")
        yield advice("on_behalf_of", sentence.format(status=acting.status), BEHALF)


def circular_has_its_signer(facts: CheckFacts, letter: Letter) -> Iterator[Finding]:
    """A circular is the regent's; the secretary signs it on his behalf."""
    one = facts.signatory
    if one is None or letter.kind is not LetterKind.CIRCULAR or one.post_kind is PostKind.BPS_HEAD:
        return
    if one.post_kind not in CIRCULAR_SIGNERS:
        sentence = _("Surat edaran ke semua OPD tidak ditandatangani {post}.")
        yield error("signatory_id", sentence.format(post=one.post), WHO)
    elif one.post_kind is PostKind.SECRETARY and not letter.on_behalf_of.strip():
        sentence = _("Surat edaran bertanda tangan {post} lazimnya a.n. kepala daerah.")
        yield advice("on_behalf_of", sentence.format(post=one.post), WHO)


def _steps(on_behalf_of: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", on_behalf_of) if part.strip()]


def _same_post(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _post_key(one: Signatory) -> tuple[PostKind, str]:
    return one.post_kind, " ".join(one.post.casefold().split())


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


CHECKS = (
    kop_follows_signatory,
    kop_is_of_own_office,
    signatory_is_in_office,
    one_holder_of_a_post,
    status_belongs_to_the_post,
    lines_below_the_name,
    on_behalf_is_one_step,
    regent_on_behalf_is_acting,
    circular_has_its_signer,
)
