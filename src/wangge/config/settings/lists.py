"""Lists that can be taken out and brought in: one line a list, by the name of its declaration."""

LIST_KINDS = (
    "wangge.insight.lists.operations.grids.GRIDS",
    "wangge.insight.lists.queries.cases.CASES",
    "wangge.insight.lists.queries.vacancies.VACANCIES",
)
