"""Settings of the test run: fast hashing, memory cache, files in a folder of their own."""

import tempfile
from pathlib import Path

from allianz_portal.settings import *

FOLDER = tempfile.TemporaryDirectory(prefix="portal-test-")  # removed when the run ends
VAR = Path(FOLDER.name)
MEDIA_ROOT = VAR / "media"
# Empty: each test client would look through all that a portal that was run has in its own.
STATIC_ROOT = VAR / "static"
PRIVATE_ROOT = VAR / "private"
RECORDINGS_ROOT = VAR / "recordings"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
HTTPS = SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME = "sessionid"
SECURE_HSTS_SECONDS = 0
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file, as in production: in memory all threads of the test server would share one
    # connection, and one request's reading would lock another's writing.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
