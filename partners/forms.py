"""Forms of people."""

from publishing.forms import AddressForm


class PersonForm(AddressForm):
    """A person's form; the sort name follows from the name where it is left empty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "sort_name" in self.fields:
            field = self.fields["sort_name"]
            field.required = False
            field.help_text = f"Leer: aus dem Namen. {field.help_text}"

    def clean(self):
        cleaned = super().clean()
        name = cleaned.get("name")
        if name and not cleaned.get("sort_name"):
            cleaned["sort_name"] = name if cleaned.get("is_group") else sort_name(name)
        return cleaned


def sort_name(name: str) -> str:
    """Return a person's name with the last word first: „Wierich, Jobst“."""
    first, _, last = name.strip().rpartition(" ")
    return f"{last}, {first}" if first else last
