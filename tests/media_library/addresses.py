"""Addresses of the library's forms."""

from django.urls import reverse


def change_url(file) -> str:
    """Return the address of a file's form."""
    return reverse(f"admin:{file._meta.app_label}_{file._meta.model_name}_change", args=(file.pk,))


def delete_url(file) -> str:
    """Return the address at which a file is deleted."""
    return reverse(f"admin:{file._meta.app_label}_{file._meta.model_name}_delete", args=(file.pk,))
