"""Where things lie: in a checkout, or inside an installed wheel."""

from pathlib import Path

from exchange.settings.environment import text

PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parents[1]
IS_CHECKOUT = (CHECKOUT / "manage.py").exists()

#: In a wheel, templates and catalogues are carried as data of the package.
SHARED = CHECKOUT if IS_CHECKOUT else PACKAGE / "data"
TEMPLATES = SHARED / "templates"
LOCALE = SHARED / "locale"

#: Everything that is written at run time: database, media, index, keys, mails.
VAR = Path(text("EXCHANGE_VAR", str((CHECKOUT if IS_CHECKOUT else Path.cwd()) / "var"))).resolve()
