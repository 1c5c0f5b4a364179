#!/bin/sh
# Copy database and uploads into a folder named after the moment; keep the last 30.
# The folder gets its name only when everything is in it, so a half backup never looks whole.
set -eu
umask 077
target=${1:?Ordner der Sicherungen fehlt}
root=$(cd "$(dirname "$0")/.." && pwd)
var=${PORTAL_VAR:-$root/var}
media=${PORTAL_MEDIA:-$var/media}
private=${PORTAL_PRIVATE:-$var/private}
name=$(date -u +%Y-%m-%dT%H%M%SZ)
part=$target/.part-$name

mkdir -p "$part"
trap 'rm -rf "$part"' EXIT
if [ -n "${DATABASE_URL:-}" ]; then
  pg_dump --format=custom --no-owner --file="$part/database.dump" "$DATABASE_URL"
  pg_restore --list "$part/database.dump" >/dev/null
else
  "$root/.venv/bin/python" - "$var/portal.sqlite3" "$part/portal.sqlite3" <<'PYTHON'
import sqlite3, sys
source, copy = (sqlite3.connect(path) for path in sys.argv[1:])
source.backup(copy)
answer, = copy.execute("PRAGMA integrity_check").fetchone()
sys.exit(0 if answer == "ok" else f"Fehler: Die Sicherung ist beschädigt: {answer}")
PYTHON
fi
if [ -d "$media" ]; then
  tar --create --file="$part/media.tar" --exclude=renditions --directory="$media" .
fi
if [ -d "$private" ]; then
  tar --create --file="$part/private.tar" --directory="$private" .
fi
(cd "$part" && sha256sum -- * >SHA256SUMS)
mv "$part" "$target/$name"
trap - EXIT
find "$target" -mindepth 1 -maxdepth 1 -type d -name '20*' | sort -r | tail -n +31 | xargs -r rm -rf
echo "Gesichert: $target/$name"
