"""Long lists in pages (`?seite=2`)."""

from django.core.paginator import Page, Paginator

PER_PAGE = 20


class Pages(Paginator):
    """A paginator that answers whatever number is asked for with the nearest page.

    Whoever knows the number of items says so with `count` and saves the query.
    """

    def __init__(self, items, per_page: int, *, count: int | None = None):
        super().__init__(items, per_page)
        if count is not None:
            self.count = count

    def get_page(self, number) -> Page:
        try:
            wanted = int(number)
        except (TypeError, ValueError):
            wanted = 1
        return self.page(min(max(wanted, 1), self.num_pages))
