"""The least an application can do: the measure for everything else."""

BODY = b"x" * 2500


def application(environ, start_response):
    """Answer with a constant page."""
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(BODY)))])
    return [BODY]
