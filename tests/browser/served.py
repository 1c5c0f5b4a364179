"""The real portal, served as `make run` serves it: gunicorn, first content, a folder of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = (["migrate"], ["load_content"], ["collectstatic", "--noinput"])


class ServedPortal:
    """A portal on a free port of 127.0.0.1; `origin` is its address.

    `public` is the address that its pages name, where pictures of them must not change.
    """

    def __init__(self, folder: Path, *, public: str = ""):
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "DATABASE_"))},
            "PORTAL_VAR": str(folder),
            "PORTAL_ORIGIN": public or self.origin,
            "DJANGO_HTTPS": "0",
        }

    def __enter__(self):
        for step in STEPS:
            self.manage(*step, "-v0")
        command = [sys.executable, "-m", "gunicorn", "-w2", "-b", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            [*command, "allianz_portal.wsgi"], cwd=ROOT, env=self.environment
        )
        self.wait_until_up()
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(timeout=30)

    def manage(self, *arguments: str) -> None:
        """Run a management command for this portal."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)

    def wait_until_up(self, seconds: int = 30) -> None:
        """Return as soon as the home page answers; raise `TimeoutError` otherwise."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(self.origin, timeout=10).close()  # noqa: S310 - our own address
            except (urllib.error.URLError, ConnectionError):
                self.process.poll()
            else:
                return
        raise TimeoutError(f"The portal does not answer on {self.origin}.")


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
