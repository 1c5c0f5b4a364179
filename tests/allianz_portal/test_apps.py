"""What the project sets up once when it starts."""

from django.db.backends.sqlite3.base import DatabaseFeatures


def test_sqlite_is_not_asked_for_json_when_it_may_be_locked():
    nobody_to_ask = None

    features = DatabaseFeatures(nobody_to_ask)

    assert (features.supports_json_field, features.has_json_object_function) == (True, True)
