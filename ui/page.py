"""What every page's frame needs: navigation and the operator's data."""

from ui.navigation import main_menu


def frame(request) -> dict:
    """Context processor: lazily, so that admin pages pay nothing."""
    return {"main_menu": main_menu}
