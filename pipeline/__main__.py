"""`python -m pipeline` is the command `bericht`."""

import sys

from .cli import main

sys.exit(main())
