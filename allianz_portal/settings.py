"""All settings of the portal, in sections. Only `env.py` reads the environment."""

import warnings
from pathlib import Path

from PIL import Image

from allianz_portal import env

# --- Places ---------------------------------------------------------------------
BASE_DIR = Path(__file__).resolve().parent.parent
# Everything the portal writes: database, secret key, uploads, collected files, cache.
VAR = env.path("PORTAL_VAR", default=BASE_DIR / "var")

# --- Mode -----------------------------------------------------------------------
# Production is the default: without any variable the portal is strict.
DEBUG = env.flag("DJANGO_DEBUG", default=False)
# Off only behind no TLS at all, as `make run` does on 127.0.0.1.
HTTPS = env.flag("DJANGO_HTTPS", default=not DEBUG)
SECRET_KEY = env.secret("DJANGO_SECRET_KEY", file=VAR / "secret_key")
SECRET_KEY_FALLBACKS = env.words("DJANGO_SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.words("DJANGO_ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
# Scheme and host of every canonical address, feed id and calendar; no slash at the end.
PUBLIC_ORIGIN = env.origin("PORTAL_ORIGIN", default="http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [PUBLIC_ORIGIN]

# --- Applications ---------------------------------------------------------------
INSTALLED_APPS = [
    # The project's own checks, commands and editor's index; before the CMS,
    # so that our admin templates win.
    "allianz_portal.apps.PortalConfig",
    "djangocms_simple_admin_style",
    "allianz_portal.apps.EditorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.sites",
    "django.contrib.staticfiles",
    "axes",
    "cms",
    "menus",
    "sekizai",
    "parler",
    "easy_thumbnails",
    "media_library.apps.FilerConfig",
    "djangocms_versioning",
    "djangocms_alias",
    "djangocms_text",
    "djangocms_text.contrib.officepaste",  # cleans what is pasted from a word processor
    "djangocms_link",
    "publishing",
    "media_library",
    "ui",
    "partners",
    "events",
    "news",
]
SITE_ID = 1
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    # First of all: a cached page passes no other middleware.
    "publishing.response_cache.ResponseCache",
    "allianz_portal.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "allianz_portal.unreadable.RefuseUnreadable",
    # Before the check for forged requests, so that a public page answers 405, not 403.
    "allianz_portal.reading_only.RefuseWriting",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "publishing.redirects.RedirectRenamedPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allianz_portal.kept_words.KeepWords",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.middleware.user.CurrentUserMiddleware",
    "cms.middleware.page.CurrentPageMiddleware",
    "cms.middleware.toolbar.ToolbarMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "allianz_portal.urls"
WSGI_APPLICATION = "allianz_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "django.template.context_processors.media",
                "django.template.context_processors.static",
                "sekizai.context_processors.sekizai",
                "cms.context_processors.cms_settings",
                "ui.page.frame",
            ],
        },
    },
]

# --- Language and time ----------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch")]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
FORMS_URLFIELD_ASSUME_HTTPS = True

# --- Database -------------------------------------------------------------------
DATABASES = {"default": env.database("DATABASE_URL", sqlite=VAR / "portal.sqlite3")}

# --- Cache ----------------------------------------------------------------------
# Shared between workers: a folder by default, Redis for more than one machine.
REDIS_URL = env.text("REDIS_URL")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}
# Seconds a public page is kept at most, so that "next meeting" turns; publishing drops all pages.
RESPONSE_CACHE_SECONDS = env.integer("RESPONSE_CACHE_SECONDS", default=600)

# --- Files ----------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("PORTAL_MEDIA", default=VAR / "media")
# No address leads to these: consents of people in recordings; recordings (events/views/files.py).
PRIVATE_ROOT = env.path("PORTAL_PRIVATE", default=VAR / "private")
RECORDINGS_ROOT = env.path("PORTAL_RECORDINGS", default=VAR / "recordings")
RECORDING_LIMIT = env.integer("PORTAL_RECORDING_GIGABYTES", default=8) * 1024**3  # bytes of a file
STREAM_HOSTS = env.words("PORTAL_STREAM_HOSTS", default=[])  # our own streaming servers
# Only where nginx knows /aufzeichnungen-intern/; elsewhere every recording would come empty.
RECORDINGS_BY_NGINX = env.flag("PORTAL_RECORDINGS_BY_NGINX", default=False)
STORAGES = {
    "default": {"BACKEND": "media_library.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "ui.static_files.OneStyleSheet"},
}
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # bytes of a form without its files

# --- Uploads (rules in media_library/uploads.py) --------------------------------
FILER_IMAGE_MODEL = "media_library.Image"
# Larger pictures are refused; Pillow, too, must not decode them.
FILER_MAX_IMAGE_PIXELS = 30_000_000
Image.MAX_IMAGE_PIXELS = FILER_MAX_IMAGE_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)
FILER_ENABLE_PERMISSIONS = False
THUMBNAIL_HIGH_RESOLUTION = True  # only the file manager's own previews
THUMBNAIL_PROCESSORS = (
    "easy_thumbnails.processors.colorspace",
    "easy_thumbnails.processors.autocrop",
    "filer.thumbnail_processors.scale_and_crop_with_subject_location",
    "easy_thumbnails.processors.filters",
)

# --- CMS ------------------------------------------------------------------------
CMS_TEMPLATES = [
    ("cms/standard.html", "Standardseite"),
    ("cms/home.html", "Startseite"),
    ("cms/section.html", "Bereichsseite"),
    ("cms/plain.html", "Schlichte Seite (Leichte Sprache, Gebärdensprache)"),
]
# What the editors' picker offers, in its order: our own building blocks, text, and blocks for
# several pages.
CMS_PLACEHOLDER_CONF = {
    None: {
        "plugins": [
            *("TextPlugin", "IntroPlugin", "FigurePlugin", "QuotePlugin", "FactBoxPlugin"),
            *("FactSheetPlugin", "FactLinePlugin"),
            *("DownloadPlugin", "SectionPlugin", "AccordionPlugin", "AccordionItemPlugin"),
            *("CallToActionPlugin", "Alias"),
            *("NewsListPlugin", "MeetingListPlugin", "InitiativeListPlugin"),
            *("PressPhotosPlugin", "PartnerLogosPlugin", "PeoplePlugin", "AnnualThemesPlugin"),
            *("PressContactsPlugin", "OperatorDataPlugin", "ContactFormPlugin"),
        ],
        "plugin_labels": {"Alias": "Gemeinsamer Block (Alias)"},
        "plugin_modules": {"Alias": "Aufbau"},
    },
    "body": {"name": "Inhalt der Seite"},
}
CMS_LANGUAGES = {
    1: [{"code": "de", "name": "Deutsch", "public": True, "fallbacks": []}],
    "default": {"public": True, "hide_untranslated": False},
}
PARLER_LANGUAGES = {1: ({"code": "de"},), "default": {"fallbacks": ["de"]}}
CMS_TREE_BACKEND = "mptree"
CMS_PERMISSION = False
CMS_TOOLBAR_ANONYMOUS_ON = False
CMS_ENABLE_HELP = False  # an English menu with links to other sites
CMS_ENABLE_UPDATE_CHECK = False  # it would ask the public package index from the editor's browser
CMS_REDIRECT_TO_LOWERCASE_SLUG = True  # "www.…/Impressum" from a poster
CMS_LEGACY_STYLE = False  # else the admin renders base.html once to find out
# One cache in one place: whole pages, publishing/response_cache.py.
CMS_PAGE_CACHE = False
CMS_PLACEHOLDER_CACHE = False
CMS_PLUGIN_CACHE = False
DJANGOCMS_VERSIONING_LOCK_VERSIONS = False
DJANGOCMS_VERSIONING_ALLOW_DELETING_VERSIONS = False
DJANGOCMS_LINK_USE_SITES_FRAMEWORK = False
TEXT_AUTO_HYPHENATE = False  # the browser hyphenates; stored text stays clean
TEXT_SAVE_IMAGE_FUNCTION = None
TEXT_PLUGIN_MODULE_NAME = "Text und Bild"
TEXT_PLUGIN_NAME = "Text"
TEXT_CHILDREN_ENABLED = False
_TOOLBAR = [
    ["Undo", "Redo"],
    ["Paragraph", "Heading2", "Heading3", "Heading4"],  # the page's title is the only h1
    ["Bold", "Italic", "Subscript", "Superscript"],
    ["Link", "Unlink"],
    ["BulletedList", "NumberedList", "Blockquote", "Table"],
    ["RemoveFormat"],
]
TEXT_EDITOR_SETTINGS = {"toolbar_CMS": _TOOLBAR, "toolbar_HTMLField": _TOOLBAR}
TEXT_LINKABLE_MODELS = (
    "cms.page",
    "news.article",
    "events.meeting",
    "partners.partner",
    "partners.initiative",
    "partners.person",
)

# --- Sign-in --------------------------------------------------------------------
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": "allianz_portal.passwords.LocalWordsValidator"},
    {"NAME": "allianz_portal.passwords.RowsValidator"},
]
LOGIN_URL = "admin:login"
# Five wrong passwords lock this name from this address for a quarter of an hour, thirty of
# any names the address itself.
AXES_FAILURE_LIMIT = 5
LOGIN_FAILURES_PER_ADDRESS = 30
AXES_HANDLER = "allianz_portal.login_limits.AddressLimit"
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False
# How many proxies of our own stand before the portal and set X-Forwarded-For.
TRUSTED_PROXIES = env.integer("PORTAL_TRUSTED_PROXIES", default=0)
AXES_IPWARE_PROXY_COUNT = TRUSTED_PROXIES or None
# Who finds out a reader's address: sign-in and contact form count by it.
CLIENT_ADDRESS = "allianz_portal.client_address.client_address"
AXES_CLIENT_IP_CALLABLE = CLIENT_ADDRESS

# --- Cookies and transport ------------------------------------------------------
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds; a working day
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "allianz_portal.kept_words.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
X_FRAME_OPTIONS = "SAMEORIGIN"
# The CMS opens its own forms in frames; public pages forbid every frame (frame-ancestors 'none').
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# --- Mail -----------------------------------------------------------------------
# Without a mail host nothing is sent; messages of the contact form are kept in the database.
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.integer("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 5  # seconds
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", default="portal@localhost")

# --- Log ------------------------------------------------------------------------
LOG_LEVELS = ["WARNING", "DEBUG", "INFO", "ERROR", "CRITICAL"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.choice("LOG_LEVEL", LOG_LEVELS)},
    # What strangers send is no error of ours: one line, and only for who asks for it.
    "loggers": {
        "django.security": {"level": "CRITICAL"},
        "django.request": {"level": "ERROR"},
        "gunicorn.http": {"level": "ERROR"},  # a line for every HEAD
    },
}
