"""Which buttons the desk offers in each state, and what keeps one from being pressed."""

from dataclasses import dataclass

from events.choices import BroadcastState
from events.models import Broadcast
from events.states import MOVES, NEEDS_REASON, obstacles

S = BroadcastState
LABELS = {
    S.NONE: "Kein Livestream geplant",
    S.ANNOUNCED: "Livestream ankündigen",
    S.LOBBY: "Noch nicht live: zurück zu „beginnt gleich“",
    S.LIVE: "Live gehen",
    S.INTERRUPTED: "Unterbrechung melden",
    S.ENDED: "Übertragung beenden",
    S.PROCESSING: "Aufzeichnung ankündigen",
    S.RECORDING: "Aufzeichnung veröffentlichen",
    S.NO_RECORDING: "Es gibt keine Aufzeichnung",
    S.WITHDRAWN: "Aufzeichnung zurückziehen",
}
# Said otherwise where the same state is reached from somewhere else.
FROM = {
    (S.INTERRUPTED, S.LIVE): "Es geht weiter",
    (S.ENDED, S.LIVE): "Doch nicht zu Ende: wieder live",
    (S.ENDED, S.ANNOUNCED): "Der Termin ist erst noch",
    (S.PROCESSING, S.ANNOUNCED): "Der Termin ist erst noch",
    (S.WITHDRAWN, S.RECORDING): "Aufzeichnung wieder veröffentlichen",
}
# What comes next where all goes well.
NEXT = {
    S.NONE: S.ANNOUNCED,
    S.ANNOUNCED: S.LIVE,
    S.LOBBY: S.LIVE,
    S.LIVE: S.ENDED,
    S.INTERRUPTED: S.LIVE,
    S.ENDED: S.RECORDING,
    S.PROCESSING: S.RECORDING,
    S.NO_RECORDING: S.PROCESSING,
}
# Nobody need press these.
BY_CLOCK = {(S.ANNOUNCED, S.LOBBY), (S.LOBBY, S.ANNOUNCED), (S.ENDED, S.PROCESSING)}


@dataclass(frozen=True)
class Button:
    """A state to enter; `reasons` say why it cannot be yet."""

    state: str
    label: str
    needs_reason: bool
    is_main: bool
    reasons: list[str]


def buttons(broadcast: Broadcast) -> list[Button]:
    """Return the buttons for a broadcast, what comes next first, a step back last."""
    former = S(broadcast.state)
    states = [state for state in S if state in MOVES[former] and (former, state) not in BY_CLOCK]
    states.sort(key=lambda state: (state != NEXT.get(former), state == S.LOBBY))
    return [button(broadcast, state) for state in states]


def button(broadcast: Broadcast, state: BroadcastState) -> Button:
    """Return the button for one state; a reason is asked for beside it and is no obstacle yet."""
    former = S(broadcast.state)
    needs_reason = state in NEEDS_REASON
    return Button(
        state=state.value,
        label=FROM.get((former, state), LABELS[state]),
        needs_reason=needs_reason,
        is_main=state == NEXT.get(former) and former != S.LIVE,  # nobody ends it in passing
        reasons=obstacles(broadcast, state, reason="-" if needs_reason else ""),
    )
