"""One step that is a form: the fields at the left, what they mean in words at the right."""

import tkinter
from collections.abc import Callable, Container, Mapping, Sequence

import ttkbootstrap as ttk

from ui import theme
from ui.forms import Field
from ui.widgets.form_view import FormView
from ui.workplace import Workplace

PAUSE_MS = 200
FORM_SHARE, WORDS_SHARE = 3, 2
NARROW_EMS = 96  # narrower than this the words stand below the fields


class FormStep(ttk.Frame):
    """`words(texts)` answers the lines at the right; they follow what is typed.

    `shown(texts)` names the fields that what is typed asks for; all of them without it.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        workplace: Workplace,
        fields: Sequence[Field],
        words: Callable[[Mapping[str, str]], Sequence[str]],
        shown: Callable[[Mapping[str, str]], Container[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._shown, self._soon = words, shown, ""
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=FORM_SHARE, uniform="part")
        self.columnconfigure(1, weight=WORDS_SHARE, uniform="part")
        card = ttk.Frame(self, bootstyle="bordered", padding=12)
        card.grid(row=0, column=0, sticky="nsew")
        self.form = FormView(
            card, fields, workplace.lookup, changed=self._changed, today=workplace.working_day
        )
        self.form.pack(fill="both", expand=True)
        self._told = ttk.Label(self, justify="left", anchor="nw", padding=(16, 12))
        self._told.grid(row=0, column=1, sticky="nsew", padx=(theme.GAP, 0))
        self._told.bind(
            "<Configure>",
            lambda event: self._told.configure(wraplength=max(120, event.width - 40)),
        )

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Show these texts."""
        self.form.set_texts(texts)
        self.say()

    def focus_first(self) -> None:
        """The first field takes the keyboard."""
        self.form.focus_first()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under their fields; the first of them takes the keyboard."""
        self.form.show_problems(problems)
        self.form.focus_problem()

    def destroy(self) -> None:
        """Cancel what waits."""
        if self._soon:
            self.after_cancel(self._soon)
            self._soon = ""
        super().destroy()

    def say(self) -> None:
        """What stands in the form means: say it again."""
        self._soon = ""
        texts = self.form.peek()
        if self._shown is not None:
            self.form.show_only(self._shown(texts))
        self._told.configure(text="\n\n".join(self._words(texts)))

    def _changed(self, name: str) -> None:
        if self._soon:
            self.after_cancel(self._soon)
        self._soon = self.after(PAUSE_MS, self.say)


class Summary(ttk.Frame):
    """What is searched for, in words, before it is."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="bordered", padding=16)
        self._told = ttk.Label(self, justify="left", anchor="nw")
        self._told.pack(fill="both", expand=True)
        self.bind(
            "<Configure>",
            lambda event: self._told.configure(wraplength=max(120, event.width - 48)),
        )

    def show(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self._told.configure(text="\n\n".join(lines))
