#!/bin/sh
# Run a management command with the server's settings: sh deploy/with_environment.sh prepare
set -eu
cd "$(dirname "$0")/.."
set -a
. "${PORTAL_ENV:-/etc/portal.env}"
set +a
exec .venv/bin/python manage.py "$@"
