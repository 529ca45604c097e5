"""Instances for tests of the pages: made once in a folder, and shown from a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask.testing import FlaskClient

from archive import config, create_app
from archive.store import Keeper, open_keeper
from archive.work import update_index
from indexer.opening import open_index


def shown_from(folder: Path, kept: Path) -> Iterator[FlaskClient]:
    """The pages of a copy of what is kept in a folder."""
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    app = create_app(str(folder))
    yield app.test_client()
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()


@contextmanager
def kept_in(folder: Path) -> Iterator[Keeper]:
    """What is kept in a folder, which is indexed afterwards."""
    settings = config.load(folder)
    keeper, index = open_keeper(settings), open_index(settings.url("INDEX"))
    yield keeper
    update_index(keeper, index)
    keeper.close()
    index.close()
