"""Finished papers as files: names safe on every system, nothing overwritten unasked."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

LONGEST_NAME = 120
SUBJECT_LENGTH = 64
RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper: the name of its file and its content (PDF, or xlsx for a table)."""

    name: str
    pdf: bytes


def safe_name(*parts: str, suffix: str = ".pdf") -> str:
    """`Surat Edaran 470-385-2020.pdf`: no sign a file system refuses, no device name."""
    joined = " ".join(part.strip() for part in parts if part.strip())
    composed = unicodedata.normalize("NFC", joined)
    visible = "".join(sign for sign in composed if sign.isprintable())
    name = re.sub(r"\s+", " ", FORBIDDEN.sub("-", visible)).strip(" .-")
    name = name[:LONGEST_NAME].rstrip(" .-") or "naskah"
    return f"_{name}{suffix}" if RESERVED.match(name) else f"{name}{suffix}"


def shortened(text: str, most: int = SUBJECT_LENGTH) -> str:
    """The text up to the last whole word that fits."""
    if len(text) <= most:
        return text
    return text[: most + 1].rsplit(" ", 1)[0].rstrip(",;") if " " in text[:most] else text[:most]


def save(paper: Paper, folder: Path, *, replace: bool = False) -> Path:
    """Write the paper into the folder and answer its path.

    A file of the same content is left as it is. One of other content is kept and the paper gets
    " (2)" and so on, unless `replace` is asked for. Raises CannotWrite.
    """
    from reports.document import write

    path = folder / safe_name(Path(paper.name).stem, suffix=Path(paper.name).suffix)
    number = 1
    while not replace and path.exists():
        if path.is_file() and path.read_bytes() == paper.pdf:
            return path
        number += 1
        stem = Path(paper.name).stem
        path = folder / safe_name(f"{stem} ({number})", suffix=Path(paper.name).suffix)
    return write(path, paper.pdf)
