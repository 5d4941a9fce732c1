## The pages of divisions

division-heading = Division into grids
division-lead = The engine divides by the standard; compare with the grids of today and take up one proposal as a draft. Computing changes nothing that is in force.
division-start = Start computing
division-start_lead = Choose places and the standard. Each village takes a second or two; it goes on when you leave the page.
division-tab-scenarios = Computations
division-tab-villages = Villages
division-tab-drafts = Drafts
division-list-scenarios = Computations
division-list-villages = Villages
division-shows-scenarios = What was asked for in your areas, the newest first
division-shows-villages = The latest result of each village; deviations are those of the grid farthest from the target
division-shows-by_village = By the code of the village; deviations are those of the grid farthest from the target
division-empty = Nothing has been computed yet
division-empty_next = Enter households or villager groups first, then press “Start computing”.

division-column-scenario = Places
division-column-standard = Standard
division-column-progress = Progress
division-column-made = Asked for
division-column-village = Village
division-column-state = State
division-column-households = Households
division-column-persons = Persons
division-column-grids = Grids
division-column-today = Off today
division-column-whole = Off, groups whole
division-column-soft = Off, groups split
division-column-moved = Persons moved
division-column-grid = Grid
division-column-deviation = Off target
division-column-walk = Mean way
division-column-split = Groups in part
division-column-compactness = Compactness
division-column-continues = Continues
division-column-measure = Measure

division-scenario-name = { $place } ({ $villages ->
    [1] 1 village
   *[other] { $villages } villages
})
division-standard = A grid has { $households } households or { $persons } persons, off by { $percent }% at most. Counted: { $counted }
division-progress = { $state }: { $ended } of { $all } villages have a result{ $failed ->
    [0] { "" }
   *[other] , { $failed } of them could not be computed
}
division-grids = { $k }
division-grids_from_to = { $today } → { $k }
division-run-failed_because = Could not be computed: { $reason }
division-metres = { $metres } m
division-goes_on = Looked at every two seconds. You may leave the page: it goes on. Without script, load the page again.
division-cancel = Cancel the villages that wait
division-resume = Compute the { $count } villages that are left

division-place = { $name } ({ $households } households)
division-form-places = Places
division-form-households = Households in a grid
division-form-persons = Persons in a grid
division-form-tolerance = Deviation allowed (%)
division-form-span = { $least } to { $most }
division-form-rounding = Rounding of the number of grids
division-form-counted = Which persons count
division-form-start = Where to start from
division-form-bound = Compute the proven bound too
division-form-bound_hint = Says how far a proposal is from the provable best; takes some seconds more a village.
division-form-seed = Random seed
division-form-seed_hint = The same seed gives the same proposal; choose another number to try again.
division-form-k = Number of grids
division-form-reason = Reason
division-form-reason_hint = For instance: people hardly cross the river, so one grid on each side.

division-compare = Divisions compared
division-compare_of = { $village }: divisions compared
division-newer = This village was computed again later.
division-newer_open = See the new result
division-draft_open = This village has a draft already: { $state }. There is one at a time, so no other can be begun now.
division-draft_to = Open the draft
division-why = Number of grids and target
division-number-standard = { $households } households and { $persons } persons. By households { $by_households }, which makes { $k_households }; by persons { $by_persons }, which makes { $k_persons }. The larger counts: { $k } grids.
division-number-given = The number of grids was set by hand to { $k }. Reason: { $reason }
division-target = The target of a grid is { $target } { $unit }; { $least } to { $most } { $unit } are allowed (±{ $percent }%).
division-side = Side by side
division-legend = Grey dots are households, blue lines rivers, dashed lines ridges, grey lines roads, white circles bridges.
division-print = Print
division-sketch-shows = Sketch of { $village } in { $k } grids: { $manner }
division-verdict-kept = Keeps the rule
division-verdict-broken = Breaks the rule
division-take_up-today = Begin a draft from today's grids
division-take_up-whole = Begin a draft with groups kept whole
division-take_up-soft = Begin a draft with groups that may be split
division-proposed_grid = Grid { $number }
division-continues = Grid { $number } of today
division-new_grid = New grid
division-measures = Measures
division-measures_shows = Divisions of the same village; ways are straight lines to the centre of the grid
division-measure-verdict = Keeps the rule
division-measure-k = Grids
division-measure-max_deviation = Largest deviation
division-measure-mean_deviation = Mean deviation
division-measure-walk = Mean way
division-measure-split = Groups split
division-measure-split_persons = Persons apart from most of their group
division-measure-across = Persons beyond an unbridged barrier
division-measure-moved = Change of grid
division-measure-gap = Above the proven bound
division-moved = { $households } households, { $persons } persons
division-by_hand = Number of grids by hand
division-by_hand_lead = Where the land asks for it the number of grids can be set, with a reason; the village is then computed again, and the former result stays.
division-again = Compute again
division-proposal-title = { $village }: { $manner }
division-faults = Where it breaks the rule
division-grids_listed = Grids
division-grids_shows = Deviations are from the target; compactness 1 is a circle
division-reasons = Explanation
