"""``python -m archive`` is the command ``minutebook``."""

import sys

from archive.cli import main

sys.exit(main())
