"""A finished paper at the place a person typed: a file by its ending, else a folder."""

from collections.abc import Sequence
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.words import _
from ui.command_line.opening import size
from ui.papers import Paper, save


def put(paper: Paper, target: Path, *, force: bool) -> None:
    """Write the paper and say where it is; nothing there is overwritten without `force`.

    A target with the paper's own ending is the file; a folder gets the paper by its own name.
    """
    from reports.document import write

    if names_a_file(target, Path(paper.name).suffix):
        path = write(free(target, force=force), paper.pdf)
    else:
        path = save(paper, target, replace=force)
    print(f"{path}  {size(path)}")


def names_a_file(path: Path, suffix: str) -> bool:
    """A file is meant by its suffix; a folder that is there is one whatever its name."""
    return path.suffix.casefold() == suffix and not path.is_dir()


def free(path: Path, *, force: bool) -> Path:
    """The path, if nothing stands there or may be overwritten; CensusDeskError otherwise."""
    if path.exists() and not force:
        told = _("{name} sudah ada; pakai --force untuk menimpanya.")
        raise CensusDeskError(told.format(name=path))
    return path


def refuse_other_ending(path: Path, endings: Sequence[str]) -> None:
    """CensusDeskError for a file of a kind that cannot be made; a folder is always right."""
    suffix = path.suffix.casefold()
    if suffix and suffix not in endings and not path.is_dir():
        told = _("Berkas {name} tidak dapat dibuat; akhiri namanya dengan {endings}.")
        raise CensusDeskError(told.format(name=path.name, endings=_(" atau ").join(endings)))
