"""Rows of a layout and of a template as typed: order of parts, signature rules, bodies, and back.

One line is one row, in the words of the screens; a stranger's word is a ValueError.
"""

from collections.abc import Iterable, Mapping

from census_desk.letters.layout_rules import ANY, OTHER, REGULATING
from census_desk.letters.profile import SignatureRule
from census_desk.letters.templates import ANY_FORM, TemplateBody
from census_desk.people import POST_KIND_NAMES, PostKind, PostStatus

DIVIDER = "|"
HEAD = "==="
# Kept word to written word; kept in files and typed by hand, so not translated.
PARTS: Mapping[str, str] = {
    "date": "tanggal",
    "addressee": "tujuan",
    "title": "judul",
    "body": "isi",
    "signature": "tanda tangan",
    "copies": "tembusan",
}
GROUPS: Mapping[str, str] = {ANY: "semua naskah", REGULATING: "edaran", OTHER: "naskah lain"}
POSTS: Mapping[str, str] = {
    ANY: "semua jabatan",
    **{kind.name.lower(): kind.value for kind in PostKind if kind in POST_KIND_NAMES},
}
STATUSES: Mapping[str, str] = {
    ANY: "semua status",
    **{one.name.lower(): one.value or "definitif" for one in PostStatus},
    "pjs": "Pjs.",
}
PRINTED: Mapping[str, str] = {
    "prints_own_post": "jabatan asal",
    "prints_degrees": "gelar",
    "prints_rank": "pangkat",
    "prints_nip": "NIP",
}
NAME_ONLY = "nama saja"
FORMS: Mapping[str, str] = {"opening": "pembuka", "sections": "bagian"}


def order_of(text: str) -> tuple[str, ...]:
    """The parts of a circular from the top down, one a line."""
    return tuple(_kept(PARTS, line) for line in text.splitlines() if line.strip())


def order_text(order: Iterable[str]) -> str:
    """The order as a form shows it."""
    return "\n".join(PARTS.get(one, one) for one in order)


def rules_of(text: str) -> tuple[SignatureRule, ...]:
    """Signature rules: `naskah | jabatan | status | yang dicetak | catatan` a line."""
    return tuple(_rule(line) for line in text.splitlines() if line.strip())


def rules_text(rules: Iterable[SignatureRule]) -> str:
    """Rules as a form shows them; the first line that fits a signatory holds."""
    return "\n".join(_rule_text(rule) for rule in rules)


def bodies_of(text: str) -> tuple[TemplateBody, ...]:
    """One text for every layout; or one after each line `=== pembuka` and `=== bagian`."""
    if not text.lstrip().startswith(HEAD):
        return (TemplateBody(text=text.rstrip()),) if text.strip() else ()
    parts: list[tuple[str, list[str]]] = []
    for line in text.strip().splitlines():
        if line.startswith(HEAD):
            parts.append((_kept(FORMS, line.strip("= \t")), []))
        else:
            parts[-1][1].append(line.rstrip())
    return tuple(TemplateBody(form=form, text="\n".join(lines).strip()) for form, lines in parts)


def bodies_text(bodies: Iterable[TemplateBody]) -> str:
    """Bodies as a form shows them."""
    every = tuple(bodies)
    if all(one.form == ANY_FORM for one in every):
        return "\n\n".join(one.text for one in every)
    return "\n\n".join(f"{HEAD} {FORMS.get(one.form, one.form)}\n{one.text}" for one in every)


def _rule(line: str) -> SignatureRule:
    cells = [cell.strip() for cell in line.split(DIVIDER, 4)]
    if len(cells) < 4:
        raise ValueError(line)
    group, post, status, printed = cells[:4]
    given = {_kept(PRINTED, word) for word in printed.split(",") if not _is_name_only(word)}
    return SignatureRule(
        paper_group=_kept(GROUPS, group),
        post=_kept(POSTS, post),
        status=_kept(STATUSES, status),
        **{name: name in given for name in PRINTED},
        unsettled=cells[4] if len(cells) > 4 else "",
    )


def _rule_text(rule: SignatureRule) -> str:
    printed = [word for name, word in PRINTED.items() if getattr(rule, name)]
    cells = [
        GROUPS.get(rule.paper_group, rule.paper_group),
        POSTS.get(rule.post, rule.post),
        STATUSES.get(rule.status, rule.status),
        ", ".join(printed) or NAME_ONLY,
        rule.unsettled,
    ]
    return f" {DIVIDER} ".join(cells).rstrip(f" {DIVIDER}")


def _is_name_only(word: str) -> bool:
    return word.strip().casefold() in ("", NAME_ONLY)


def _kept(names: Mapping[str, str], written: str) -> str:
    asked = " ".join(written.split()).casefold()
    for kept, word in names.items():
        if word.casefold() == asked:
            return kept
    raise ValueError(written)
