"""The description of the API (OpenAPI 3.1), with what ninja does not know about: bodies and problems.

Bodies are read strictly by `reading.body_of`; every answer but success is a problem.
"""

from __future__ import annotations

from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic.json_schema import models_json_schema

from wangge.interfaces.api.requests import Asked, NewCase, NewMove
from wangge.interfaces.api.responses import Problem
from wangge.interfaces.web.problems import MEDIA_TYPE

_SCHEMAS: Final = "#/components/schemas/{model}"


def with_body(shape: type[Asked]) -> dict[str, Any]:
    """What an operation adds to its description: the JSON body it reads."""
    schema = {"$ref": _SCHEMAS.format(model=shape.__name__)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


class Api(NinjaAPI):
    """Ninja's API; its description includes bodies and problems too."""

    def get_openapi_schema(self, **where: Any) -> OpenAPISchema:
        """The whole description."""
        described = super().get_openapi_schema(**where)
        described["components"]["schemas"].update(_definitions())
        for methods in described["paths"].values():
            for operation in methods.values():
                operation["responses"]["default"] = _problem()
        return described


def _definitions() -> dict[str, Any]:
    _, asked = models_json_schema(
        [(NewCase, "validation"), (NewMove, "validation")], ref_template=_SCHEMAS
    )
    _, given = models_json_schema([(Problem, "serialization")], ref_template=_SCHEMAS)
    return {**asked["$defs"], **given["$defs"]}


def _problem() -> dict[str, Any]:
    schema = {"$ref": _SCHEMAS.format(model=Problem.__name__)}
    return {"description": "A problem (RFC 9457)", "content": {MEDIA_TYPE: {"schema": schema}}}
