"""Collect the texts of the screens, keep the English catalogue in step with them, and compile it.

python resources/sources/make_catalogues.py
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "resources" / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "census_desk.po"
FLOORS = ("census_desk", "reports", "ui")
KEYWORDS = {"_": None, "N_": None, "counted": (1, 2)}
HEADER = "# Texts of Census Desk: Indonesian is the source, English the second catalogue."
NO_DAY = datetime(2020, 1, 1, tzinfo=UTC)
DOMAIN, LANGUAGE = "census_desk", "en"


def empty() -> Catalog:
    """A catalogue of English without any text yet."""
    made = Catalog(
        locale=LANGUAGE,
        project="Census Desk",
        version="1",
        domain=DOMAIN,
        header_comment=HEADER,
        msgid_bugs_address="resources/locale/README.md",
        last_translator="Census Desk",
        language_team="English",
        charset="utf-8",
        fuzzy=False,
    )
    # One day for ever: the same texts give the same bytes, whoever runs this and when.
    made.creation_date = made.revision_date = NO_DAY
    return made


def collected() -> Catalog:
    """Every marked text of the three floors, each once."""
    found = empty()
    for floor in FLOORS:
        for _path, _line, text, _comments, _context in extract_from_dir(
            ROOT / floor, keywords=KEYWORDS, method_map=[("**.py", "python")]
        ):
            found.add(text)
    return found


def english() -> Catalog:
    """The English catalogue as it stands, an empty one before the first run."""
    if not ENGLISH.exists():
        return empty()
    return read_po(io.BytesIO(ENGLISH.read_bytes()), locale=LANGUAGE, domain=DOMAIN)


def in_step(kept: Catalog, texts: Catalog) -> Catalog:
    """The catalogue with exactly these texts: translations kept, new ones empty, old ones gone."""
    stepped = empty()
    for message in sorted((m for m in texts if m.id), key=lambda m: str(m.id)):
        known = kept.get(message.id)
        stepped.add(
            message.id,
            known.string if known is not None else "",
            flags=message.flags - {"python-format"},
        )
    return stepped


def compiled(catalogue: Catalog) -> bytes:
    """The .mo file of a catalogue."""
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def written(catalogue: Catalog) -> bytes:
    """The .po file of a catalogue, without the places of its texts: they move too often."""
    target = io.BytesIO()
    write_po(target, catalogue, width=100, no_location=True, sort_output=True)
    return target.getvalue()


def main() -> None:
    """Write messages.pot, the .po and the .mo."""
    texts = collected()
    catalogue = in_step(english(), texts)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    (LOCALE / "messages.pot").write_bytes(written(in_step(empty(), texts)))
    ENGLISH.write_bytes(written(catalogue))
    ENGLISH.with_suffix(".mo").write_bytes(compiled(catalogue))


if __name__ == "__main__":
    main()
