"""The tools that come from npm: Biome for CSS and JavaScript, the W3C's checker for HTML."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "package-lock.json"
STAMP = ROOT / "node_modules" / ".installed"
BIOME = ROOT / "node_modules" / ".bin" / "biome"
VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def obstacle() -> str:
    """Install the locked versions; return why they are missing, or ""."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return ""
    if shutil.which("npm") is None:
        return "npm fehlt. Abhilfe: apt install npm"
    sys.stdout.write("• Biome und der HTML-Prüfer werden installiert …\n")
    sys.stdout.flush()
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        return f"npm ci: {(result.stderr.strip().splitlines() or ['ohne Meldung'])[0]}"
    STAMP.write_text(wanted)
    return ""
