"""The plan of the house holds."""

from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]


def test_the_import_contracts_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == 0


def test_folders_named_like_the_standard_library_are_no_packages() -> None:
    assert not [name for name in ("platform", "locale") if (ROOT / name / "__init__.py").exists()]


def test_every_package_has_its_floor() -> None:
    packages = {path.parent.name for base in (ROOT, ROOT / "platform") for path in base.glob("*/__init__.py")}
    assert packages == {"exchange", "search", "courses", "knowledge"}
