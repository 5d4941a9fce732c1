"""Addresses of cases: the workbench, lists, a case and its moves, entering one, supervision."""

from django.urls import path

from wangge.interfaces.console.cases import (
    enter,
    files,
    listed,
    moves,
    page,
    place,
    queue,
    reporter,
    supervision,
    task_acts,
    today,
    workbench,
)

urlpatterns = [
    path("", workbench.workbench, name="workbench"),
    path("next", queue.next_case, name="queue-next"),
    path("today", today.today, name="today"),
    path("search", listed.search, name="search"),
    path("cases", listed.case_list, name="cases"),
    path("supervision", supervision.supervision_list, name="supervision"),
    path("cases/<str:number>", page.case_page, name="case"),
    path("cases/<str:number>/place", place.case_place, name="case-place"),
    path("cases/<str:number>/place.json", place.case_point, name="case-point"),
    path("cases/<str:number>/reporter", reporter.open_reporter, name="open-reporter"),
    path("cases/<str:number>/moves/<str:move>/<str:stage>", moves.move, name="move"),
    path("cases/<str:number>/files/<uuid:file>", files.case_file, name="case-file"),
    path("cases/<str:number>/tasks/<uuid:task>/answer", task_acts.answer_task, name="answer-task"),
    path(
        "cases/<str:number>/tasks/<uuid:task>/call-off",
        task_acts.call_off_task,
        name="call-off-task",
    ),
    path("cases/<str:number>/tasks/<uuid:task>/bind", task_acts.bind_task, name="bind-task"),
    path(
        "cases/<str:number>/supervisions/<uuid:item>/answer",
        task_acts.answer_supervision,
        name="answer-supervision",
    ),
    path("enter", enter.enter_case, name="enter-case"),
    path("enter/kinds", enter.kinds, name="enter-case-kinds"),
]
