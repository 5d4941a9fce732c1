"""Short files with names that say something, and nothing in them of the machine they were made on."""

import re
import tomllib

from tests.architecture.sources import ROOT, SRC, files, shown, with_suffix

MOST_LINES = 400
# Names that gather whatever has no place; a module is named by its noun instead.
DUMPING_GROUNDS = {
    "utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager", "managers",
    "signals",
}  # fmt: skip
CODE = (".py", ".ts", ".vue", ".css", ".html")
MACHINE_PATH = re.compile(r"(?<![\w.}/~-])/(?:work|home|root|Users)/[\w.]")
REGISTRY = re.compile(
    r'"resolved"\s*:|"?registry"?\s*[=:]\s*"?https?:|--(?:extra-)?index-url|url\s*=\s*"https?:'
)
LOCKS = {"requirements.lock", "uv.lock", "node.lock", "package-lock.json", ".npmrc"}
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|HA[C]K)\b")


def test_no_file_is_longer_than_400_lines() -> None:
    long = {
        shown(path): lines
        for path in with_suffix(*CODE)
        if "migrations" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_no_module_is_a_dumping_ground() -> None:
    code = with_suffix(".py", ".ts", ".vue")
    assert [shown(p) for p in code if DUMPING_GROUNDS.intersection((p.stem, p.parent.name))] == []


def test_no_path_of_a_machine_stands_in_a_file() -> None:
    assert _lines_with(MACHINE_PATH) == []


def test_locks_name_no_registry() -> None:
    assert [
        line for line in _lines_with(REGISTRY) if line.split(":")[0].split("/")[-1] in LOCKS
    ] == []


def test_nothing_is_left_for_later_in_code() -> None:
    assert [line for line in _lines_with(UNFINISHED) if line.split(":")[0].endswith(CODE)] == []


def test_scripts_can_be_run() -> None:
    scripts = [path for path in (ROOT / "bin").iterdir() if path.is_file()] + [ROOT / ".ci/run"]
    assert [shown(path) for path in scripts if not path.stat().st_mode & 0o100] == []


def test_what_the_code_reads_goes_into_the_wheel() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = settings["tool"]["setuptools"]["package-data"]
    read = [path for path in files() if SRC in path.parents and path.suffix not in {".py", ".md"}]
    assert [
        shown(path)
        for path in read
        if not any(path.match(pattern) for pattern in packed[path.relative_to(SRC).parts[0]])
    ] == []


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if pattern.search(text):
            lines = enumerate(text.splitlines(), start=1)
            found += [f"{shown(path)}:{n}" for n, line in lines if pattern.search(line)]
    return found
