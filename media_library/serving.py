"""Files over HTTP: types, dates, and the parts that players ask for."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date

from media_library.file_types import MIME_BY_SUFFIX
from media_library.renditions import FOLDER

BLOCK = 64 * 1024  # bytes read at a time
# A player asks for everything from a byte on and reads it as slowly as it plays. It gets this
# much at a time and asks again, so that no film keeps a worker busy for its whole length.
BITE = 8 * 1024 * 1024
PLAYERS = {"audio", "video"}  # Sec-Fetch-Dest
FOR_EVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"
SHOWN = ("image/", "audio/", "video/")  # everything else is downloaded
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
# No part of a path may be hidden, point upwards or hold control characters.
PLAIN_NAME = re.compile(r"[^\x00-\x1f\x7f\\/.][^\x00-\x1f\x7f\\/]{0,254}")


def is_file_name(path: str) -> bool:
    """Tell whether a path may name a file in the storage."""
    return len(path) <= 1000 and all(PLAIN_NAME.fullmatch(part) for part in path.split("/"))


def opened(path: str):
    """Return the open file under a path of the storage, or None."""
    try:
        return default_storage.open(path) if is_file_name(path) else None
    except (OSError, ValueError, SuspiciousOperation):
        return None


def file_response(request, path: str, file) -> HttpResponse:
    """Answer with the file under a path of the storage."""
    modified = default_storage.get_modified_time(path).timestamp()
    return served(request, file, modified=modified, headers=headers_of(path))


def served(request, file, *, modified: float, headers: dict[str, str]) -> HttpResponse:
    """Answer with an open file or the part of it that was asked for, or 304."""
    etag = f'"{int(modified * 1000):x}-{file.size:x}"'
    part = wanted_part(request, file.size, etag=etag, modified=http_date(modified))
    response = part_response(file, part) if part else FileResponse(file)
    if response.status_code == 416:
        return response
    for name, value in headers.items():
        response.headers[name] = value
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified)
    return get_conditional_response(
        request, etag=etag, last_modified=int(modified), response=response
    )


def headers_of(path: str) -> dict[str, str]:
    """Return type, disposition and lifetime of the file under a path."""
    name = PurePosixPath(path).name
    mime = MIME_BY_SUFFIX.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
    charset = "; charset=utf-8" if mime.startswith("text/") else ""
    download = content_disposition_header(as_attachment=True, filename=name)
    return {
        "Content-Type": mime + charset,
        "Content-Disposition": "inline" if mime.startswith(SHOWN) else download,
        "Cache-Control": FOR_EVER if path.startswith(f"{FOLDER}/") else AN_HOUR,
        "X-Content-Type-Options": "nosniff",
        "Accept-Ranges": "bytes",
    }


def wanted_part(request, size: int, *, etag: str, modified: str) -> tuple[int, int] | None:
    """Return first and last byte asked for, or None for the whole file.

    A part that lies behind the end is returned as it is. Several parts at once
    and parts of an older file are answered with the whole.
    """
    match = RANGE.fullmatch(request.headers.get("Range", ""))
    condition = request.headers.get("If-Range", etag)
    if not match or match.groups() == ("", "") or condition not in {etag, modified}:
        return None
    first, last = match.groups()
    if not first:
        return max(0, size - int(last)) if int(last) else size, size - 1
    is_reversed = bool(last) and int(last) < int(first)
    end = int(last) if last else int(first) + longest_answer(request, size) - 1
    return None if is_reversed else (int(first), min(end, size - 1))


def longest_answer(request, size: int) -> int:
    """Return how many bytes at most answer who asks for all the rest of a file."""
    return BITE if request.headers.get("Sec-Fetch-Dest") in PLAYERS else size


def part_response(file, part: tuple[int, int]) -> HttpResponse:
    """Answer with some bytes of a file, or with 416 if it has none there."""
    first, last = part
    size = file.size
    if first >= size:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(blocks(file, first, last - first + 1), status=206)
    response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    response.headers["Content-Length"] = str(last - first + 1)
    return response


def blocks(file, start: int, length: int) -> Iterator[bytes]:
    """Yield `length` bytes from `start` on, then close the file."""
    with file:
        file.seek(start)
        while length > 0 and (block := file.read(min(BLOCK, length))):
            length -= len(block)
            yield block
