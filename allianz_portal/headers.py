"""Security headers: a strict set for the public, a workable one for editors, a sandbox for uploads.

Source: spec/trust.md 3.2. No nonce anywhere: public pages hold no inline script
or style, and a nonce in a kept page would be wrong for the second reader.
"""

from django.conf import settings

PUBLIC_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'; report-to csp"
)
# The CMS and the file manager have inline handlers and style attributes, no inline scripts.
EDITOR_CSP = (
    "default-src 'none'; script-src 'self'; script-src-attr 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
UPLOAD_CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

EDITOR_PATHS = ("/admin/", "/cms_login/", "/cms_wizard/")

COMMON = {
    "X-Frame-Options": settings.X_FRAME_OPTIONS,  # for browsers that know no frame-ancestors
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "browsing-topics=(), autoplay=()",
}
PUBLIC = {
    **COMMON,
    "Content-Security-Policy": PUBLIC_CSP,
    "Reporting-Endpoints": 'csp="/csp-report/"',
    "Cross-Origin-Embedder-Policy": "require-corp",
}
# A meeting in a frame on any other site (events/views/embedding.py).
EMBEDDED = {
    **PUBLIC,
    "Content-Security-Policy": PUBLIC_CSP.replace("frame-ancestors 'none'", "frame-ancestors *"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
del EMBEDDED["X-Frame-Options"]  # it knows no "everybody"
EDITOR = {
    **COMMON,
    "Content-Security-Policy": EDITOR_CSP,
    "Cache-Control": "no-store",
}
# Newspapers and other sites may embed our pictures.
UPLOAD = {
    **COMMON,
    "Content-Security-Policy": UPLOAD_CSP,
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# Browsers keep these for ever unless told otherwise. But what was renamed may be named back,
# and what was taken back may be published again.
KEPT_FOR_EVER = {301, 308, 410}


class SecurityHeaders:
    """Add the headers of the response's kind; a header that a view has set stays."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in headers_for(request, response).items():
            response.headers.setdefault(name, value)
        return response


def headers_for(request, response) -> dict[str, str]:
    """Return the set of headers for an answer: editor, upload or public."""
    if request.path_info.startswith(EDITOR_PATHS) or shows_toolbar(request):
        return EDITOR | streaming(response, EDITOR_CSP)
    is_upload = request.path_info.startswith(settings.MEDIA_URL) and response.status_code < 400
    if is_upload or getattr(response, "is_upload", False):  # media_library/views.py
        return UPLOAD
    if getattr(response, "is_embeddable", False):
        return EMBEDDED
    further = framing(response) | streaming(response, PUBLIC_CSP)
    return PUBLIC | further | caching(request, response)


def framing(response) -> dict[str, str]:
    """Let in the one host whose player a reader asked for (events/views/recordings.py, live.py)."""
    origin = getattr(response, "frame_origin", "")
    return letting_in(f"{PUBLIC_CSP}; frame-src {origin}") if origin else {}


def streaming(response, policy: str) -> dict[str, str]:
    """Let in the host of our own livestream (events/views/live.py); hls.js makes blobs of it."""
    origin = getattr(response, "media_origin", "")
    if not origin:
        return {}
    policy = policy.replace("media-src 'self'", f"media-src 'self' blob: {origin}")
    return letting_in(policy.replace("connect-src 'self'", f"connect-src 'self' {origin}"))


def letting_in(policy: str) -> dict[str, str]:
    """Return the headers of a page that shows what does not say that it may be embedded."""
    return {"Content-Security-Policy": policy, "Cross-Origin-Embedder-Policy": "unsafe-none"}


def caching(request, response) -> dict[str, str]:
    """Return how long a browser may keep a public answer, where that is not left to it."""
    if response.status_code in KEPT_FOR_EVER:
        return {"Cache-Control": "no-cache"}
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return {"Cache-Control": "no-store"}
    return {}


def shows_toolbar(request) -> bool:
    """Tell whether the page was made with the CMS toolbar in it."""
    toolbar = getattr(request, "toolbar", None)
    return bool(toolbar and toolbar.show_toolbar)
