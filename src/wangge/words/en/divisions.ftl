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
