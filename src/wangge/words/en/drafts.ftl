## How a draft of a division comes into force (insight/divisions: draft_moves, pieces)

division-thing-draft = draft of a division

division-refusal-state = The draft stands at “{ $state }”: “{ $move }” is not possible now.
division-refusal-seat = Your post may not do this: { $move }.
division-refusal-own = You had a part in this draft (drew, submitted or endorsed it). Somebody else does this: { $move }.
division-refusal-unplaced = { $count ->
    [one] One household lies
   *[other] { $count } households lie
  } in no grid yet. Please place them on the drawing board first.
division-refusal-stale = The draft has changed since you opened it. Look at it again before you decide.
division-refusal-superseded = The village has been divided again since; what was left undone is not made up for.
division-refusal-cases_left = { $count ->
    [one] One open case still lies
   *[other] { $count } open cases still lie
  } in the former grid, so it and its posts do not end yet.
division-refusal-words = Please say why.
division-refusal-day = Please choose today or a later day.

division-piece-grids = New grids begin
division-piece-outlines = Grids get their outlines
division-piece-groups = Villager groups come to their grid
division-piece-households = Households come to their grid
division-piece-posts = Posts for new grids
division-piece-cases = Open cases that go along are sought
division-piece-case = An open case goes along
division-piece-ending = Former grids and posts end

## Drafts of divisions

notice-division-submit = The draft of grids for { $place } was submitted: please endorse it or send it back.
notice-division-endorse = The township agreed to the draft of grids for { $place }: please decide.
notice-division-approve = The division of { $place } into grids was approved.
notice-division-send_back = The draft of grids for { $place } came back. The reason stands there.
notice-division-give_up = The draft of grids for { $place } was given up.
notice-division-in_force = The new grids of { $place } are in force.
notice-division-pieces_refused = The new grids of { $place } are in force, but { $count ->
    [one] one piece was
   *[other] { $count } pieces were
  } refused. See to it and try again.
notice-division-grid_changed = { $place } was divided again: the households of your grid have changed.
