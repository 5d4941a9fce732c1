"""Where things stand in a checkout."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".wangge"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
FRONTEND = ROOT / "frontend"
LOGS = STATE / "logs"
LOCKS = STATE / "locks"
STAMPS = STATE / "stamps"
FILES = STATE / "files"

# A name for what must live outside the checkout, different for every checkout.
CHECKOUT_KEY = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
