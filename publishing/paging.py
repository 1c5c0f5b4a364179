"""Long lists in pages (`?seite=2`)."""

from django.core.paginator import Page, Paginator


class Pages(Paginator):
    """A paginator that answers whatever number is asked for with the nearest page."""

    def get_page(self, number) -> Page:
        try:
            wanted = int(number)
        except (TypeError, ValueError):
            wanted = 1
        return self.page(min(max(wanted, 1), self.num_pages))
