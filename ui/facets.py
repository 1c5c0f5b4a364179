"""Ways to narrow a list: each is a link and says how many results it leads to."""

from dataclasses import dataclass

SHOWN = 8
SLACK = 2  # so few more are not worth a click


@dataclass(frozen=True)
class Choice:
    """One value of a facet, with the number and the address of its results."""

    label: str
    count: int
    url: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Chosen:
    """What the reader chose, and the address of the list without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Facet:
    """What a list can be narrowed by; `choices` in the order to show."""

    title: str
    choices: list[Choice]

    @property
    def first(self) -> list[Choice]:
        """The choices to see at once."""
        return self.choices if len(self.choices) <= SHOWN + SLACK else self.choices[:SHOWN]

    @property
    def rest(self) -> list[Choice]:
        """The choices behind „weitere“."""
        return self.choices[len(self.first) :]

    @property
    def is_open(self) -> bool:
        """Whether what was chosen would be hidden otherwise."""
        return any(choice.is_chosen for choice in self.rest)
