"""One line and one set of figures for every answer, under a reference number the person can quote."""

import logging
import secrets
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from django.db import connection
from django.http import HttpResponse
from prometheus_client import Counter, Histogram

from wangge.interfaces.web.bearer import is_call
from wangge.interfaces.web.request import Request
from wangge.registers.audit.operations import current_door

log = logging.getLogger("wangge.request")

ANSWERS = Counter("wangge_answers_total", "Answers given", ["route", "method", "status"])
SECONDS = Histogram(
    "wangge_answer_seconds",
    "Time to answer",
    ["route"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10),
)
QUERIES = Histogram(
    "wangge_answer_queries", "SQL statements an answer", ["route"], buckets=(2, 4, 6, 8, 12, 20, 50)
)


class StatementCount:
    """Counts SQL statements of this connection, besides those that control transactions."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.count += 1
        return execute(sql, *rest)

    def __enter__(self) -> "StatementCount":
        self._hook = connection.execute_wrapper(self)
        self._hook.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hook.__exit__(kind, error, trace)


class RequestLog:
    """Outermost middleware: gives the reference number, counts, times, and writes the line."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.request_id = secrets.token_hex(5)
        door = current_door.set("api" if is_call(request) else "web")
        started = time.perf_counter()
        try:
            with StatementCount() as statements:
                response = self.get_response(request)
        finally:
            current_door.reset(door)
        self._note(request, response, time.perf_counter() - started, statements.count)
        response["X-Request-ID"] = request.request_id
        return response

    def _note(self, request: Request, response: HttpResponse, took: float, sql: int) -> None:
        match = request.resolver_match
        route = match.route if match else "unmatched"
        ANSWERS.labels(route, request.method, response.status_code).inc()
        SECONDS.labels(route).observe(took)
        QUERIES.labels(route).observe(sql)
        actor = getattr(request, "actor", None)
        log.info(
            "answer",
            extra={
                "request_id": request.request_id,
                "route": route,
                "method": request.method,
                "status": response.status_code,
                "ms": round(took * 1000, 1),
                "sql": sql,
                "account": str(actor.account_id) if actor and actor.account_id else None,
                "post": str(actor.posts[0].post_id) if actor and len(actor.posts) == 1 else None,
            },
        )
