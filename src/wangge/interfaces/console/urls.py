"""Addresses of the officials' face."""

from django.urls import path

from wangge.interfaces.console import (
    case_list,
    case_page,
    enter_case,
    files,
    map_page,
    moves,
    notices,
    organisation,
    reporter,
    supervision,
    task_acts,
    tokens,
    workbench,
)

urlpatterns = [
    path("", workbench.workbench, name="workbench"),
    path("search", case_list.search, name="search"),
    path("cases", case_list.case_list, name="cases"),
    path("map", map_page.map_page, name="map"),
    path("map/areas.json", map_page.map_areas, name="map-areas"),
    path("map/labels.json", map_page.map_labels, name="map-labels"),
    path("map/cases.json", map_page.map_cases, name="map-cases"),
    path("supervision", supervision.supervision_list, name="supervision"),
    path("notices", notices.notices, name="notices"),
    path("notices/read", notices.notices_read, name="notices-read"),
    path("notices/<uuid:notice>/read", notices.notice_read, name="notice-read"),
    path("letters", notices.dead_letters, name="dead-letters"),
    path("letters/<uuid:notice>/again", notices.notice_again, name="notice-again"),
    path("organisation", organisation.organisation, name="organisation"),
    path("organisation/<str:code>", organisation.organisation, name="organisation-at"),
    path("tokens", tokens.tokens, name="tokens"),
    path("tokens/<uuid:token>/revoke", tokens.revoke, name="revoke-token"),
    path("cases/<str:number>", case_page.case_page, name="case"),
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
    path("enter", enter_case.enter_case, name="enter-case"),
    path("enter/kinds", enter_case.kinds, name="enter-case-kinds"),
]
