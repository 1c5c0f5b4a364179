"""A generator of requests that nobody sends by mistake (spec/trust.md, drill 27)."""

import random
from io import BytesIO

METHODS = [
    *["GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"],
    *["CONNECT", "PROPFIND", "FOO", "get"],
]
ROOTS = [
    "/",
    "/aktuelles/",
    "/aktuelles/archiv/",
    "/presse/",
    "/jahrestreffen/",
    "/jahrestreffen/2021/programm/",
    "/partner/",
    "/initiativen/",
    "/personen/",
    "/kontakt/",
    "/n/",
    "/media/",
    "/static/",
    "/admin/",
    "/admin/login/",
    "/admin/news/article/",
    "/cms_login/",
    "/cms_wizard/",
    "/sitemap.xml",
]
# What is there (test_bad_requests.py makes it), so that a bad query, header or body meets a page.
PAGES = [
    *("/aktuelles/2021/", "/aktuelles/archiv/2021/", "/jahrestreffen/2021/", "/partner/2021/"),
    *("/aktuelles/feed.atom", "/jahrestreffen/kalender.ics", "/robots.txt", "/kontakt/senden/"),
]
TAILS = [
    b"",
    b"\x00",
    b"..",
    b"../../etc/passwd",
    b"..\\..\\windows",
    b"%2e%2e/%2e%2e/",
    b"\xff\xfe\x80",
    b"\xc3\x28/",
    "größe/".encode(),
    "\u202egpj.exe".encode(),
    b"a" * 10_000,
    b"/" * 300,
    b"99999999999999999999/",
    b"-1/",
    b"1e99/",
    b"' OR 1=1 --",
    b"{{7*7}}",
    b"<script>alert(1)</script>",
    b"kalender.ics/",
    b"feed.atom",
    b"\r\nSet-Cookie: a=b",
    b"%00",
]
QUERIES = [
    *["", "", "seite=0", "seite=-1", "seite=1e99", "seite=99999999999999999999", "seite=٣"],
    *["seite=1&seite=2", "seite=%00", "seite=%FF", "art=%00", "next=//example.com", "edit", "%"],
    *["structure", "toolbar_off", "preview", "language=xx", "a" * 5000, "&" * 2000],
    *[
        "x=1&" * 1500,
        "monat=13&thema=%00",
        "partner=%FF&monat=x",
        "q=%F0%9F%98%80",
        "__proto__=1",
        "page=-1",
        "o=-99.x",
        "id__in=(1",
    ],
]
HOSTS = [
    *["testserver"] * 30,
    *["evil.example", "testserver:99999", "testserver:abc", "", "a" * 300, "testserver@evil"],
    *["[::1", "127.0.0.1.", "testserver, evil", "test\tserver"],
]
COOKIES = [
    *["", "", "sessionid=", "sessionid=" + "x" * 5000, "sessionid=\xff\xfe", "csrftoken=;;;="],
    *["=;=;=", "a" * 8000, 'sessionid="\\012"', "messages=[[1]]", "sessionid=../../x"],
]
TYPES = [
    *["", "text/plain", "application/json", "application/x-www-form-urlencoded"],
    *["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b"],
    *["application/x-www-form-urlencoded; charset=utf-99", "multipart/form-data; boundary=\xff"],
]
BODIES = [
    *[b"", b"\x00\xff", b"{", b"a=%00&b=%FF", b"username=%00&password=%00", b"&" * 5000],
    *[b"--b\r\nContent-Disposition: form-data; name=x\r\n\r\nhalf", b"--b--", b"--b\r\n\r\n"],
    *[b'--b\r\nContent-Disposition: form-data; name="f"; filename="\x00"\r\n\r\n\r\n--b--'],
]
HEADERS = {
    "HTTP_ACCEPT_LANGUAGE": ["", "xx-" * 200, "\xff", "de;q=abc"],
    "HTTP_X_FORWARDED_FOR": ["", "127.0.0.1", "<x>", "1" * 500],
    "HTTP_X_FORWARDED_HOST": ["", "evil.example"],
    "HTTP_X_FORWARDED_PROTO": ["", "https", "gopher"],
    "HTTP_IF_NONE_MATCH": ["", "*", '"', 'W/"' + "x" * 500],
    "HTTP_IF_MODIFIED_SINCE": ["", "Mon, 99 Foo 99999", "0"],
    "HTTP_RANGE": ["", "bytes=-1", "bytes=9-1", "bytes=" + "0-1," * 500],
    "HTTP_REFERER": ["", "//", "https://[", "\xff"],
    "HTTP_X_REQUESTED_WITH": ["", "XMLHttpRequest"],
    "HTTP_USER_AGENT": ["", "x" * 3000, "\xff"],
}


def environ(dice: random.Random) -> dict:
    """Return one WSGI environment, made of a little of everything."""
    body = dice.choice(BODIES)
    path = dice.choice(PAGES).encode() if dice.random() < 0.15 else b""
    path = path or dice.choice(ROOTS).encode() + dice.choice(TAILS)
    return {
        "REQUEST_METHOD": dice.choice(METHODS),
        "SCRIPT_NAME": "",
        "PATH_INFO": path.decode("latin-1"),
        "QUERY_STRING": dice.choice(QUERIES).encode().decode("latin-1"),
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.1",
        "HTTP_HOST": dice.choice(HOSTS),
        "HTTP_COOKIE": dice.choice(COOKIES),
        "CONTENT_TYPE": dice.choice(TYPES),
        # gunicorn lets no length through that is no number.
        "CONTENT_LENGTH": dice.choice([str(len(body)), "0", "99999999", ""]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": BytesIO(),
        **{name: dice.choice(values) for name, values in HEADERS.items() if dice.random() < 0.3},
    }
