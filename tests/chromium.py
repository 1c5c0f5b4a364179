"""Chromium for the browser tests: the one of this machine, else Debian's, else Playwright's own."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Quiet, without a sandbox (containers have none to offer) and without calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
NOT_THERE = "Chromium fehlt und ließ sich nicht laden. Abhilfe: sudo apt install chromium"
TRIAL = """
from playwright.sync_api import sync_playwright
from tests import chromium
with sync_playwright() as playwright:
    playwright.chromium.launch(**chromium.launch_options()).close()
"""


def find() -> str | None:
    """Return the path of an installed Chromium, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def launch_options() -> dict:
    """Return what Playwright needs to start it; without a path it takes its own."""
    path = find()
    return {"args": ARGUMENTS, **({"executable_path": path} if path else {})}


def obstacle() -> str:
    """Install a browser if there is none; return why none starts, or "" when one does."""
    if not starts():
        install()
    if starts():
        return ""
    return starts.reason if find() else NOT_THERE


def starts() -> bool:
    """Tell whether a browser can be started; the reason why not is kept."""
    trial = subprocess.run([sys.executable, "-c", TRIAL], capture_output=True, text=True)
    lines = [line.strip(" ║\n") for line in trial.stderr.splitlines() if "rror" in line]
    starts.reason = (lines or ["Chromium startet nicht"])[-1][:200]
    return trial.returncode == 0


def install() -> None:
    """Install Debian's Chromium as root, else Playwright's into the user's own folder."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("• Chromium wird aus Debian installiert (rund 100 MB) …\n")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "-qq", *arguments], env=environment, capture_output=True)
    if find() is None:
        sys.stdout.write("• Chromium wird von Playwright geholt (rund 150 MB) …\n")
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, capture_output=True)
