"""`python -m pipeline` is the command `bericht`."""

import sys

from .command.cli import main

sys.exit(main())
