"""Addresses of divisions: what was asked of the engine, proposals, drafts, batches."""

from django.urls import path

from wangge.interfaces.console.divisions import (
    batches,
    board,
    compare,
    draft_list,
    draft_map,
    draft_page,
    history,
    listed,
    progress,
    proposal,
    start,
    what_if,
)

urlpatterns = [
    path("divisions/drafts/<uuid:draft>/board", board.board_page, name="division-board"),
    path(
        "divisions/drafts/<uuid:draft>/board.json",
        board.board,
        name="division-board-data",
    ),
    path("divisions/drafts/<uuid:draft>/save", board.save, name="division-board-save"),
    path(
        "divisions/drafts/<uuid:draft>/groups",
        board.place_groups,
        name="division-board-groups",
    ),
    path(
        "divisions/drafts/<uuid:draft>/number",
        board.set_number,
        name="division-board-number",
    ),
    path("divisions", listed.scenario_list, name="divisions"),
    path("divisions/villages", listed.village_list, name="division-villages"),
    path("divisions/new", start.start, name="division-new"),
    path("divisions/<uuid:scenario>", progress.scenario_page, name="division"),
    path(
        "divisions/<uuid:scenario>/progress",
        progress.scenario_progress,
        name="division-progress",
    ),
    path("divisions/<uuid:scenario>/cancel", progress.cancel, name="division-cancel"),
    path("divisions/<uuid:scenario>/resume", progress.resume, name="division-resume"),
    path("divisions/runs/<uuid:run>", compare.run_page, name="division-run"),
    path(
        "divisions/runs/<uuid:run>/progress",
        compare.run_progress,
        name="division-run-progress",
    ),
    path("divisions/proposals/<uuid:proposal>", proposal.proposal_page, name="division-proposal"),
    path(
        "divisions/proposals/<uuid:proposal>/areas.json",
        proposal.proposal_areas,
        name="division-proposal-areas",
    ),
    path(
        "divisions/proposals/<uuid:proposal>/labels.json",
        proposal.proposal_labels,
        name="division-proposal-labels",
    ),
    path(
        "divisions/proposals/<uuid:proposal>/sketch.svg",
        proposal.proposal_sketch,
        name="division-sketch",
    ),
    path(
        "divisions/proposals/<uuid:proposal>/draft",
        compare.begin_draft,
        name="division-draft-begin",
    ),
    path("divisions/drafts", draft_list.draft_list, name="division-drafts"),
    path("divisions/drafts/<uuid:draft>", draft_page.draft_page, name="division-draft"),
    path("divisions/drafts/<uuid:draft>/news", draft_page.draft_news, name="division-draft-news"),
    path(
        "divisions/drafts/<uuid:draft>/what-if",
        what_if.what_if_page,
        name="division-draft-what-if",
    ),
    path(
        "divisions/drafts/<uuid:draft>/moves/<str:move>",
        draft_page.draft_move,
        name="division-draft-move",
    ),
    path(
        "divisions/drafts/<uuid:draft>/again", draft_page.draft_again, name="division-draft-again"
    ),
    path(
        "divisions/drafts/<uuid:draft>/areas.json",
        draft_map.draft_areas,
        name="division-draft-areas",
    ),
    path(
        "divisions/drafts/<uuid:draft>/labels.json",
        draft_map.draft_labels,
        name="division-draft-labels",
    ),
    path("villages/<str:code>/grids", history.grid_history, name="grid-history"),
    path("batches", batches.batches, name="batches"),
    path("batches/new", batches.batch, name="batch-new"),
    path("batches/<int:number>", batches.batch, name="batch"),
]
