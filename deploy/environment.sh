#!/bin/sh
# Find a Python that is new enough and let it make .venv with the given requirements file.
set -eu
cd "$(dirname "$0")/.."

for name in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
  if command -v "$name" >/dev/null 2>&1 &&
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    exec "$name" deploy/environment.py "$1"
  fi
done
found=$(python3 --version 2>/dev/null || echo "kein Python")
echo "Fehler: Das Portal braucht Python 3.11 oder neuer, gefunden: $found. Abhilfe (Debian 12): apt install python3 python3-venv" >&2
exit 1
