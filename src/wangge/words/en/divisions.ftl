division-run-waiting = Waiting
division-run-running = Being computed
division-run-done = Computed
division-run-failed = Could not be computed
division-run-cancelled = Cancelled

division-manner-today = Grids today
division-manner-whole = Groups kept whole
division-manner-soft = Groups may be split

division-draft-drawing = Being drawn
division-draft-submitted = With the township
division-draft-endorsed = With the county
division-draft-approved = Approved, not yet in force
division-draft-adopting = Coming into force
division-draft-in_force = In force
division-draft-given_up = Given up

division-move-draw = Draw
division-move-submit = Submit to the township
division-move-endorse = Township agrees
division-move-approve = County approves
division-move-send_back = Send back
division-move-give_up = Give up
division-move-begin = Begin
division-move-finish = Finish

division-counted-registered = Registered persons
division-counted-usual = Persons usually living here
division-rounding-half_up = Half and more counts as one
division-rounding-ceil = Any part counts as one
division-start-today = From the grids of today, changing as little as possible
division-start-afresh = Afresh, whatever the grids of today
division-wish-out_of_span = Must be between { $least } and { $most }.

division-reading-no_households = No households are registered in this village, so nothing can be computed. Enter households or the list of villager groups first.
division-reading-no_points = Neither households nor villager groups of this village have a place, so nothing can be computed. Place the villager groups on the map first.
division-reading-outline_of_grids = There is no village outline; that of the present grids was taken.
division-reading-outline_around = There is no village outline; a line was drawn around the households. Borders are only an indication.
division-reading-approximate = { $count } of { $all } households have no point of their own and count at that of their villager group (approximate).
division-reading-guessed = { $count } of { $all } households have no place at all and count amid their group or the village.
division-reading-outside = { $count } of { $all } households lie more than 20 m outside the village outline and count at the nearest place on it; please check their points or the outline.
division-reading-without_grid = { $count } households are in no grid yet; they are compared as part of their nearest neighbour's.

division-fault-newcomers = { $count } households were registered later and are put with their nearest neighbour for now; please confirm.
division-fault-number = There are { $found } grids; the standard asks for { $wanted }.
division-fault-tiling = The grids do not cover the village exactly.

division-thing-scenario = this computation
division-thing-run = the computation of this village
division-thing-proposal = this proposed division
division-scenario-no_villages = Choose at least one village.
division-scenario-not_running = This computation has ended; there is nothing to cancel.
division-scenario-nothing_left = No village was cancelled or failed; there is nothing to take up again.
division-run-broken = The computation broke down. It was logged; please tell the people who run the system.
division-run-asked_again_already = This village is being computed again; please wait for the result.
division-given-reason_missing = Say why the number of grids is set by hand.
constraint-village_run_ends_when_over = The state of this village's division is wrong; please tell the system administrator.
