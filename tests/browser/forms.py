"""What an editor does with a form: fill it in, save it, press its buttons."""


def fill(page, values):
    for name, value in values.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def save(page):
    with page.expect_navigation():
        page.locator("[name=_continue]").first.click()


def press(page, label):
    with page.expect_navigation():
        page.locator(".object-tools").get_by_text(label, exact=True).click()


def take_back(page, manner="gone"):
    """Answer the question how and why something is taken back."""
    page.locator(f"[name=manner][value={manner}]").check()
    page.fill("[name=reason]", "Der Termin ist vorbei.")
    with page.expect_navigation():
        page.get_by_role("button", name="Ja, zurückziehen").click()


def confirm(page):
    with page.expect_navigation():
        page.locator("input.confirm-link").click()
