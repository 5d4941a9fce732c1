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
