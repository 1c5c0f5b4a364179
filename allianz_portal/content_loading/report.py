"""What a run of the loading did, kind by kind."""

from dataclasses import dataclass, field


@dataclass
class Count:
    """The records of one kind: the names of the new ones, and how many were there before."""

    created: list[str] = field(default_factory=list)
    kept: int = 0


@dataclass
class Report:
    """The counts of all kinds, in the order of loading."""

    counts: dict[str, Count] = field(default_factory=dict)

    def of(self, label: str) -> Count:
        """Return the count of a kind by its German label."""
        return self.counts.setdefault(label, Count())

    @property
    def created(self) -> int:
        """How many records this run created."""
        return sum(len(count.created) for count in self.counts.values())

    def lines(self, *, with_names: bool = False):
        """Yield the report in German, with the names of what is new if asked."""
        for label, count in self.counts.items():
            yield f"{label}: {len(count.created)} neu, {count.kept} schon geladen"
            if with_names:
                yield from (f"  + {name}" for name in count.created)
        yield self.summary()

    def summary(self) -> str:
        """Return the whole run in one sentence."""
        if self.created:
            return f"{self.created} Einträge geladen und veröffentlicht."
        return "Nichts Neues. Änderungen der Redaktion bleiben, wie sie sind."
