"""The PDF file: same input, same bytes; only embedded fonts; written whole or not at all."""

import contextlib
import io
import os
import time
from collections.abc import Callable
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFObject, PDFPage, PDFResourceDictionary
from reportlab.pdfgen.canvas import Canvas

from census_desk.words import _
from reports.errors import CannotWrite
from reports.fonts import PLAIN, family
from reports.sister_pages import Frames, SisterPage

TRIES = 6
FIRST_WAIT = 0.05
BUSY = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation
NO_SPACE = {28, 122}
SAFE_COLOURS = "rl_extended_literal_eval"


def new_canvas(
    target: io.BytesIO, size: tuple[float, float], *, title: str, font: str = PLAIN
) -> Canvas:
    """A canvas whose bytes depend on nothing but what is drawn."""
    _assert_nothing_foreign()
    canvas = _PaperCanvas(
        target,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        initialFontName=family(font).regular,
        lang="id-ID",
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Census Desk")
    return canvas


class _PaperCanvas(Canvas):
    """Pages that use the same stored drawings name one list of resources between them.

    A list of its own for each page is a third of the work of a thousand copies. No paper uses
    transparency, shading or spot colours, which would belong to a list too.
    """

    def __init__(self, *args: object, **options: object) -> None:
        self._lists: dict[tuple[str, ...], PDFObject] = {}
        self._frames: Frames = {}
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def _setXObjects(self, thing: PDFObject) -> None:  # noqa: N802
        inside = vars(self)  # ReportLab's stubs leave out what begins with an underscore
        used = tuple(inside["_formsinuse"])
        super()._setXObjects(thing)  # type: ignore[misc]
        if isinstance(thing, PDFPage) and not vars(thing).get("ExtGState"):
            if used not in self._lists:
                self._lists[used] = inside["_doc"].Reference(_resources(thing))
            thing.Resources = self._lists[used]
            if used:
                self._make_sister(thing, used)

    def _make_sister(self, page: PDFPage, used: tuple[str, ...]) -> None:
        about = vars(page)
        kin = (used, about["pagewidth"], about["pageheight"], about["Rotate"])
        page.__class__ = SisterPage
        about |= {"frames": self._frames, "kin": kin}


def _resources(page: PDFPage) -> PDFResourceDictionary:
    resources = PDFResourceDictionary()
    resources.basicFonts()
    resources.allProcs()
    vars(resources)["XObject"] = page.XObjects or {}
    return resources


def document(
    size: tuple[float, float], drawing: Callable[[Canvas], None], *, title: str, font: str = PLAIN
) -> bytes:
    """The PDF that `drawing` makes on a canvas of that size (points)."""
    target = io.BytesIO()
    canvas = new_canvas(target, size, title=title, font=font)
    drawing(canvas)
    canvas.save()
    return target.getvalue()


def write(path: Path, content: bytes, wait: Callable[[float], None] = time.sleep) -> Path:
    """Put the paper at `path`: draft beside it, flushed, then renamed; CannotWrite otherwise.

    On Windows a reader or virus scanner may hold the file for a moment, so replacing is tried for
    about three seconds.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(draft, path, wait)
    except OSError as error:
        with contextlib.suppress(OSError):  # it may never have been made
            draft.unlink()
        raise CannotWrite(path, _reason(error)) from error
    return path


def _replace(draft: Path, path: Path, wait: Callable[[float], None]) -> None:
    for attempt in range(TRIES):
        try:
            draft.replace(path)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in BUSY or attempt == TRIES - 1:
                raise
            wait(FIRST_WAIT * 2**attempt)


def _reason(error: OSError) -> str:
    if getattr(error, "winerror", None) in BUSY:
        return _("berkas sedang dibuka di program lain; tutup dahulu, lalu ulangi.")
    if error.errno in NO_SPACE:
        return _("tempat di penyimpan habis.")
    if isinstance(error, PermissionError):
        return _("folder itu tidak boleh ditulisi; pilih folder lain.")
    return _("folder tidak dapat ditulisi ({why}).").format(why=error.strerror or str(error))


def _assert_nothing_foreign() -> None:
    """A `reportlab_settings` module on the path could let text open files or web addresses."""
    if rl_config.trustedHosts is not None or rl_config.toColorCanUse != SAFE_COLOURS:
        raise CannotWrite(Path("reportlab_settings"), _("pengaturan asing ditemukan."))
