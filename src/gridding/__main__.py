"""Entry point of ``python -m gridding``."""

import sys

from gridding.commandline import main

sys.exit(main())
