"""Several steps on the way to one thing: their names above, one of them in front, Back and Next."""

import tkinter
from collections.abc import Callable, Mapping, Sequence

import ttkbootstrap as ttk

from census_desk.words import _
from ui import theme
from ui.widgets.wrap_row import WrapRow

Make = Callable[[tkinter.Misc], tkinter.Widget]


class Steps(ttk.Frame):
    """`names` maps a step to its name, `makers` to its widget, made when it is first in front.

    `leave(step)` keeps what a step holds; a sentence keeps the person there, "" lets go. `came`
    follows the step that is in front now; `end` is what the last step's button does.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        names: Mapping[str, str],
        makers: Mapping[str, Make],
        *,
        leave: Callable[[str], str],
        came: Callable[[str], object],
        end: Callable[[], object],
        end_text: str,
    ) -> None:
        super().__init__(parent)
        self._names, self._makers = names, makers
        self._leave, self._came, self._end = leave, came, end
        self._end_text = end_text
        self.made: dict[str, tkinter.Widget] = {}
        self.step = next(iter(names))
        self.columnconfigure(0, weight=1)
        self.rowconfigure(2, weight=1)
        self._make_bar()
        self._lead = ttk.Label(self, style="Quiet.TLabel", justify="left")
        self._lead.grid(row=1, column=0, sticky="ew", pady=(0, theme.GAP))
        self.bind("<Configure>", self._rewrap)
        self._place = ttk.Frame(self)
        self._place.grid(row=2, column=0, sticky="nsew")
        self._place.rowconfigure(0, weight=1)
        self._place.columnconfigure(0, weight=1)
        self._make_foot()

    def show(self, step: str, lead: str = "") -> None:
        """Bring a step to the front without asking the one before."""
        before = self.made.get(self.step)
        if before is not None and step != self.step:
            before.grid_remove()
        self.step = step
        if step not in self.made:
            self.made[step] = self._makers[step](self._place)
        self.made[step].grid(row=0, column=0, sticky="nsew")
        self._which.set(step)
        self._lead.configure(text=lead)
        self.tell("")
        self._back.state(["disabled" if step == self._order[0] else "!disabled"])
        is_last = step == self._order[-1]
        self._next.configure(text=self._end_text if is_last else _("Lanjut"))

    def go(self, step: str) -> bool:
        """Keep the step in front and bring another there; False when it holds a mistake."""
        if step == self.step:
            return True
        told = self._leave(self.step)
        self.tell(told)
        if told:
            self._which.set(self.step)
            return False
        self._came(step)
        return True

    def next(self) -> None:
        """The step after this one; after the last one the end."""
        place = self._order.index(self.step)
        if place + 1 < len(self._order):
            self.go(self._order[place + 1])
            return
        told = self._leave(self.step)
        self.tell(told)
        if not told:
            self._end()

    def back(self) -> None:
        """The step before this one."""
        place = self._order.index(self.step)
        if place:
            self.go(self._order[place - 1])

    def tell(self, sentence: str) -> None:
        """Why one cannot go on, "" for nothing."""
        self._told.configure(text=sentence)

    def focus_next(self) -> None:
        """The button that goes on takes the keyboard."""
        self._next.focus_set()

    @property
    def front(self) -> tkinter.Widget:
        """The widget of the step in front."""
        return self.made[self.step]

    # inside

    @property
    def _order(self) -> Sequence[str]:
        return list(self._names)

    def _make_bar(self) -> None:
        bar = WrapRow(self)
        bar.grid(row=0, column=0, sticky="ew", pady=(0, theme.GAP // 2))
        self._which = ttk.StringVar(self, value=self.step)
        for place, (step, name) in enumerate(self._names.items(), 1):
            button = ttk.Radiobutton(
                bar,
                text=f"{place}. {_(name)}",
                value=step,
                variable=self._which,
                bootstyle="primary outline toolbutton",
                command=lambda step=step: self.go(step),  # type: ignore[misc]
            )
            bar.add(button)

    def _make_foot(self) -> None:
        foot = ttk.Frame(self)
        foot.grid(row=3, column=0, sticky="ew", pady=(theme.GAP, 0))
        foot.columnconfigure(0, weight=1)
        self._told = ttk.Label(foot, style="Problem.TLabel", justify="left")
        self._told.grid(row=0, column=0, sticky="w")
        foot.bind(
            "<Configure>",
            lambda event: self._told.configure(wraplength=max(120, event.width // 2)),
        )
        self._back = ttk.Button(
            foot, text=_("Kembali"), bootstyle="secondary outline", command=self.back
        )
        self._back.grid(row=0, column=1, padx=theme.GAP)
        self._next = ttk.Button(foot, text=_("Lanjut"), bootstyle="primary", command=self.next)
        self._next.grid(row=0, column=2)

    def _rewrap(self, event: "tkinter.Event[tkinter.Misc]") -> None:
        if event.widget is self:
            self._lead.configure(wraplength=max(120, event.width - theme.GAP))
