"""The tools that come from npm: Biome for CSS and JavaScript, the W3C's checker for HTML."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "package.json"
STAMP = ROOT / "node_modules" / ".installed"
BIOME = ROOT / "node_modules" / ".bin" / "biome"
VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def obstacle() -> str:
    """Install the pinned versions; return why they are missing, or "".

    Without a lock file: it would have to name the packages of every platform, and a registry
    that holds only some of them could then install none.
    """
    wanted = hashlib.sha256(PINS.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return ""
    if shutil.which("npm") is None:
        return "npm fehlt. Abhilfe: apt install npm"
    sys.stdout.write("• Biome und der HTML-Prüfer werden installiert …\n")
    sys.stdout.flush()
    command = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        return f"npm install: {(result.stderr.strip().splitlines() or ['ohne Meldung'])[0]}"
    STAMP.write_text(wanted)
    return ""
