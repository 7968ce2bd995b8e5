#!/usr/bin/env python
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__":
    # platform/ is a source root named like a module of the standard library: it goes on the path and is never
    # itself imported.
    sys.path.insert(1, str(ROOT / "platform"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "exchange.settings.local")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
