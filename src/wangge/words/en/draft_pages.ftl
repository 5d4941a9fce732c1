## Pages of drafts (console/draft_*.py, grid_history.py)

draft-heading = Drafts of divisions
draft-lead = The village draws, the township endorses, the county approves and sets the day. Three people have a hand in it, and who drew does not approve.
draft-title = { $village }: draft of a division
draft-to_board = Draw
draft-to_page = See what changes, submit
draft-list-waiting = Waiting for me
draft-list-waiting_on_bench = Drafts of divisions that wait for me
draft-list-under_way = Under way
draft-list-over = Over
draft-list-shows = The latest first
draft-list-waiting_empty = No draft waits for you
draft-list-under_way_empty = No draft is under way
draft-list-over_empty = No draft is over yet
draft-list-empty_next = Take up one of the computed divisions to begin a draft.
draft-goes_on = It comes into force piece by piece. You may leave the page: it goes on. Without script, load the page again.
draft-state_from = { $state }, from { $day }

draft-column-place = Village
draft-column-state = State
draft-column-grids = Grids
draft-column-faults = Faults
draft-column-saved = Last changed
draft-column-on_map = On the map
draft-column-becomes = Becomes
draft-column-households = Households
draft-column-persons = People
draft-column-deviation = Deviation
draft-column-walk = Mean walk
draft-column-split = Groups in part
draft-column-piece = Piece
draft-column-reason = Reason
draft-column-done = Done
draft-column-of_all = Of
draft-column-grid = Grid
draft-column-fate = What becomes of it
draft-column-households_before = Households now
draft-column-households_after = then
draft-column-persons_before = People now
draft-column-persons_after = then
draft-column-worker = Worker
draft-column-way = From and to
draft-column-group = Villager group
draft-column-parts = Lies in
draft-column-case = Case
draft-column-words = Words
draft-column-from_day = From
draft-column-until = Until
draft-column-named = Grids
draft-column-division = By

draft-number_on_map = No. { $number }
draft-becomes-kept = Grid { $number }, kept
draft-becomes-new = Grid { $number }, new
draft-no_grid = in no grid
draft-unplaced = { $count ->
    [one] One household, entered since it was drawn, lies
   *[other] { $count } households, entered since it was drawn, lie
  } in no grid.
draft-faults = What the rule would not allow
draft-grids = Grids of the draft
draft-grids_shows = By their number on the map; the deviation is from an even grid
draft-summary = What would change
draft-what_if_open = See all of it, open cases too
draft-progress = Coming into force
draft-progress_shows = In the order in which it is done, each piece by itself
draft-refused = Refused
draft-refused_shows = The rest went on without it; see to it and try again
draft-again = Try again
draft-piece_of_grid = { $piece } (grid { $number })

draft-way-draw = Drawn
draft-way-endorse = Township
draft-way-approve = County
draft-way-in_force = In force

draft-did-draw = drew
draft-did-submit = submitted it to the township
draft-did-endorse = agreed, and sent it to the county
draft-did-approve = approved, in force from { $day }
draft-did-send_back = sent it back
draft-did-give_up = gave it up
draft-did-begin = began to bring it into force
draft-did-finish = brought it into force

draft-words = Remark
draft-words-submit = Why so (the draft breaks the rule, so please say)
draft-words-send_back = Why it goes back
draft-words-give_up = Why it is given up
draft-in_force_on = In force from
draft-in_force_on_hint = Today or later. Today means that it begins at once.

draft-outlook-submit = Goes to the township grid centre. Nobody can draw on it meanwhile.
draft-outlook-endorse = Goes to the county grid centre for approval.
draft-outlook-approve = On the day, { $households } households ({ $persons } people) change grids, { $begins } grids begin and { $ends } end; posts and open cases go along. It can be sent back until it begins.
draft-outlook-send_back = Goes back to the person who drew it, with the reason, to be submitted and agreed to again.
draft-outlook-give_up = The draft is void; the grids stay as they are.

draft-what_if = what the draft would change
draft-what_if_of = { $village }: what the draft would change
draft-what_if_lead = Worked out from the households, posts and open cases as they are now, again each time it is opened; nothing of it is kept.
draft-print = Print
draft-moving = { $households ->
    [0] No household changes grids.
    [one] One household ({ $persons } people) changes grids.
   *[other] { $households } households ({ $persons } people) change grids.
}
draft-grids_change = { $before } grids become { $after }: { $begins } begin, { $ends } end.
draft-groups_change = Villager groups that change: { $count }{ $divided ->
    [0] { "" }
   *[other] , of which { $divided } will lie in several grids
}.
draft-term_ends = { $grid } ends, and with it the term of { $name }.
draft-vacant = { $grid } is new and has no worker yet.
draft-stat-households = Households that move
draft-stat-persons = { $persons } people; { $households } households in the village
draft-stat-grids = Grids
draft-stat-begin_and_end = { $begins } begin, { $ends } end
draft-stat-groups = Groups that change
draft-stat-divided = { $count } lie in several grids
draft-stat-cases = Open cases that go along
draft-stat-cases_seen = of those you may see
draft-stat-workers = Workers whose term ends
draft-stat-vacant = { $count } grids need a worker
draft-grids_before_after = Grids before and after
draft-grids_before_after_shows = Those there are and those that begin, by number
draft-fate-stays = stays
draft-fate-begins = begins
draft-fate-ends = ends
draft-fate-goes_to = ends, goes to { $grids }
draft-no_worker = vacant
draft-workers = Workers
draft-flows = Who changes grids
draft-flows_shows = Households and people from grid to grid, the largest first
draft-flows_empty = No household changes grids
draft-way = { $former } → { $latter }
draft-groups = Villager groups
draft-groups_shows = Groups that come to another grid or are divided; a group counts where most of it lies
draft-groups_empty = No group changes
draft-group = Group { $number }
draft-stays_in = stays in { $grid }
draft-part = { $grid }: { $households } households
draft-parts = { $parts }
draft-cases = Open cases
draft-cases_shows = Open cases that go along, the first due first; closed ones keep their code
draft-cases_empty = No open case goes along
draft-worker_of = goes to the worker of { $grid }

draft-history_of = { $village }: grids over time
draft-history_listed = Which grids, from when to when
draft-history_shows = The latest first; what is past keeps the grids of its day
draft-history_empty = This village has no grids yet
draft-history_empty_next = List grids of villager groups, or have a division computed and draft it.
draft-day = { $day }
draft-until_now = now
draft-names = { $names }
draft-by_division = a drafted division
draft-by_hand = entered directly
