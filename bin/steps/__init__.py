"""What bin/demo, bin/test, bin/check and bin/dev are made of. Standard library only.

These modules run before anything is installed, with whatever Python 3.11+ the machine has.
From the project they use only ``wangge.config.database``, which keeps to the same rule.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
