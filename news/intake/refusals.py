"""What is said when a text does not come in."""


class Unreadable(Exception):  # noqa: N818 - it is an answer to an editor, not a fault
    """Why a text does not come in and what to do: German sentences, each an argument."""
