import pytest

from allianz_portal.checks import public_origin_is_ours


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("https://www.portal.example", []),
        ("http://www.portal.example", ["portal.W002"]),
        ("https://anders.example", ["portal.W003"]),
        ("http://127.0.0.1:8000", ["portal.W002", "portal.W003"]),
    ],
)
def test_the_public_address_must_be_https_and_one_of_ours(settings, origin, expected):
    settings.HTTPS = True
    settings.ALLOWED_HOSTS = ["portal.example", "www.portal.example"]
    settings.PUBLIC_ORIGIN = origin

    assert [warning.id for warning in public_origin_is_ours()] == expected
