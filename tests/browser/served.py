"""The real portal, served as `make run` serves it: gunicorn, first content, a folder of its own."""

import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVER = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "2"]
# What `manage.py prepare` does, but for the pictures' sizes: they are made when asked for.
SET_UP = """
from django.core.management import call_command
call_command("migrate", interactive=False, verbosity=0)
call_command("load_content", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
"""
SECONDS = 120  # until the first answer, on a busy machine


class ServedPortal:
    """A portal on a free port of 127.0.0.1; `origin` is its address.

    `public` is the address that its pages name, where pictures of them must not change.
    """

    def __init__(self, folder: Path, *, public: str = ""):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "DATABASE_"))},
            "PORTAL_VAR": str(folder),
            "PORTAL_ORIGIN": public or self.origin,
            "DJANGO_HTTPS": "0",
        }

    def __enter__(self):
        self.manage("shell", "-v0", "-c", SET_UP)
        with self.listener:
            self.process = self.serve()
        # The socket is open already; whoever asks waits until a worker takes the call.
        urllib.request.urlopen(self.origin, timeout=SECONDS).close()  # noqa: S310 - our own address
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(timeout=30)

    def serve(self) -> subprocess.Popen:
        """Start the server on the open socket."""
        number = self.listener.fileno()
        command = [*SERVER, "--bind", f"fd://{number}"]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, pass_fds=[number])

    def manage(self, *arguments: str) -> None:
        """Run a management command for this portal."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)
