"""What a new letter begins as: a template or an empty letter of a kind, found by a few letters."""

import tkinter
from collections.abc import Callable, Sequence

from census_desk.letters.starting import Starting
from census_desk.words import _
from ui.presenters.letters import Start, start_words, starts
from ui.presenters.start_subjects import Question
from ui.widgets.palette import Palette, PaletteEntry
from ui.workplace import Workplace


def choose_start(
    parent: tkinter.Misc, workplace: Workplace, begin: Callable[[Start], object]
) -> Palette:
    """Show the list; Enter begins with the marked one, Esc leaves all as it was."""
    every = starts(workplace)

    def find(text: str) -> Sequence[PaletteEntry]:
        words = text.casefold().split()
        return [
            PaletteEntry(text=start_words(one), detail=purpose(one), run=lambda one=one: begin(one))  # type: ignore[misc]
            for one in every
            if all(word in start_words(one).casefold() for word in words)
        ]

    chooser = Palette(
        parent,
        find,
        title=_("Surat baru dari"),
        hint=_("Ketik jenis atau nama templat, Enter untuk mulai."),
        explain=True,
    )
    chooser.choose()
    return chooser


def choose_subject(
    parent: tkinter.Misc, question: Question, begin: Callable[[Starting], object]
) -> Palette:
    """Show what the letter can be about; Enter begins it so, Esc begins nothing."""

    def find(text: str) -> Sequence[PaletteEntry]:
        words = text.casefold().split()
        return [
            PaletteEntry(text=one.words, detail=one.detail, run=lambda one=one: begin(one.about))  # type: ignore[misc]
            for one in question.subjects
            if all(word in f"{one.words} {one.detail}".casefold() for word in words)
        ]

    hint = _("Tujuan, tanggal, dan tempat di surat mengikuti pilihan ini.")
    chooser = Palette(parent, find, title=question.title, hint=hint, explain=True)
    chooser.choose()
    return chooser


def purpose(start: Start) -> str:
    """When to take it, and what it begins with."""
    template = start.template
    if template is None:
        return _("Surat kosong; jenis, kop, dan penanda tangan sudah terisi.")
    return template.purpose or template.subject
