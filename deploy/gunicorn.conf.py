"""The application server's settings; address and number of workers come from the command line.

Sync workers: a threaded one costs 1.4 to 1.7 times the processor time per page. nginx
stands in front and keeps slow readers away.
"""

wsgi_app = "allianz_portal.wsgi:application"
preload_app = True  # loaded once, shared by all workers
timeout = 30  # seconds until a stuck worker is replaced
graceful_timeout = 30  # seconds a running request may take after a stop
max_requests = 5000  # a fresh worker now and then, so that no leak grows
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm"  # noqa: S108 - gunicorn's heartbeat belongs into memory
limit_request_line = 4094
limit_request_fields = 60
# Who the client is, is decided in settings.py; a SCRIPT_NAME sent along would even move pages
# to other addresses.
forwarder_headers = ""
secure_scheme_headers = {}
control_socket_disable = True  # portals of one user would share it, and nobody talks to it
errorlog = "-"
loglevel = "warning"


def when_ready(server):
    """Drop the pages that an earlier version of the portal has made."""
    from publishing.response_cache import start_generation

    start_generation()
