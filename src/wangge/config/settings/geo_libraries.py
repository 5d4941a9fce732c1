"""GDAL and GEOS come from the wheels of pyogrio and shapely: no system GDAL to match or install."""

from importlib.util import find_spec
from pathlib import Path

from wangge.config.settings.environment import ConfigurationError


def _library(package: str, folder: str, pattern: str) -> str:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ConfigurationError(
            f"The Python package {package} is missing. Run bin/demo or bin/test."
        )
    libraries = Path(spec.origin).parent.parent / folder
    found = sorted(libraries.glob(pattern))
    if not found:
        raise ConfigurationError(f"{package} ships no {pattern} for this machine.")
    return str(found[0])


GDAL_LIBRARY_PATH = _library("pyogrio", "pyogrio.libs", "libgdal-*.so*")
GEOS_LIBRARY_PATH = _library("shapely", "shapely.libs", "libgeos_c-*.so*")
