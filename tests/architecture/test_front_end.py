"""Pages, styles and scripts fit the screen; scripts export only what another module imports."""

import re
from pathlib import Path

from tests.architecture.sources import shown, with_suffix

MOST_SIGNS = 160
EXPORT = re.compile(
    r"^export (?:default )?(?:abstract )?(?:async )?"
    r"(?:function|class|const|let|interface|type|enum) (\w+)",
    re.MULTILINE,
)
IMPORT = re.compile(r"\bimport (?:type )?{([^}]*)}|\bconst {([^}]*)} = await import\(")


def test_no_line_is_wider_than_160_signs() -> None:
    """Formatters aim at 100, in templates at 120; they break no tag of Django's and no long word."""
    wide = [
        f"{shown(path)}:{number}"
        for path in with_suffix(".css", ".html", ".ts")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > MOST_SIGNS
    ]
    assert wide == []


def test_every_export_is_imported_by_another_module() -> None:
    modules = {path: path.read_text(encoding="utf-8") for path in _scripts()}
    imported = {name for text in modules.values() for name in _imported(text)}
    unused = [
        f"{shown(path)}: {name}"
        for path, text in modules.items()
        for name in EXPORT.findall(text)
        if name not in imported
    ]
    assert unused == []


def _scripts() -> list[Path]:
    return [path for path in with_suffix(".ts", below="frontend") if path.suffixes == [".ts"]]


def _imported(text: str) -> set[str]:
    listed = ",".join(part for found in IMPORT.findall(text) for part in found).split(",")
    return {name.removeprefix("type ").split(" as ")[0].strip() for name in map(str.strip, listed)}
