"""What gunicorn is told beside its options: a process that sends a long answer is at work, and is not to be ended for it."""

from typing import Any


def post_worker_init(worker: Any) -> None:
    """Called by gunicorn when a process has loaded the application, and before it answers."""
    worker.wsgi.extensions["minutebook"].alive = worker.notify
