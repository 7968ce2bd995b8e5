"""The door for web servers."""

import os
import sys
from pathlib import Path

# uvicorn and friends start here: make the rooms beside platform/ importable in a plain checkout.
ROOT = Path(__file__).resolve().parents[2]
if (ROOT / "manage.py").exists():
    sys.path[:0] = [str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "exchange.settings.local")

from django.core.asgi import get_asgi_application  # noqa: E402

application = get_asgi_application()
