## The officials' face

console-rail-workbench = Workbench
console-rail-cases = Cases
console-rail-map = Map and grids
console-rail-supervision = Supervision
console-rail-organisation = Units and duties

console-post = { $unit } · { $post }
console-posts-all = All my posts
console-enter = Enter a case

console-column-case = Case
console-column-light = Light
console-column-due = Due
console-column-state = State
console-column-category = Category
console-column-place = Place
console-column-unit = Responsible unit
console-column-reported = Entered
console-column-task = Task
console-column-kind = Kind

console-queue = Waiting for me
console-queue-empty = Nothing waits for you just now
console-queue-empty-next = Cases handed to you appear here by themselves.
console-queue-shows = Cases for me to accept, handle, grant or check, the first due first
console-queue-all = All
console-queue-keys = Keys: j k to choose, Enter opens, m takes the next step, n the next case, ? all keys
console-queue-next = Next case
console-queue-moved = Done:
console-column-next = Next step
console-column-waiting = Waits for
console-owed = Owed by my units
console-owed-shows = Tasks, answers and supervisions addressed to my units, the first due first
console-task-unanswered = Not answered in time
console-today = Today
console-today-waiting = Waiting for me
console-today-due = Of these due today
console-today-late = Overdue in my area
console-today-reported = Entered today in my area
console-today-more = more than { $count }
console-today-map = Where the cases that wait for me lie
console-today-whole = Open the whole map
console-tasks = Assisting and answers
console-task-assist = assist
console-task-answer = answer
console-task-done = done
console-task-binding = made binding by the county centre
console-sent = Sent on, waiting
console-sent-shows = Open cases my units worked on that others have now

console-cases-by_due = Open cases, the first due first
console-cases-by_day = By the day they were entered, the newest first
console-cases-empty = No case fits these filters
console-cases-empty-next = Change a filter, or clear them all.
console-search-shows = Among the newest five thousand cases you may see, those whose words or place contain this
console-search-empty = Nothing found
console-search-empty-next = Enter a whole case number, or try other words.

console-filter-state = State
console-filter-state-open = open
console-filter-state-all = all
console-filter-state-submitted = submitted
console-filter-state-accepted = accepted
console-filter-state-handling = being handled
console-filter-state-completed = completed
console-filter-state-closed = closed
console-filter-state-suspended = suspended
console-filter-state-transferred = transferred
console-filter-state-withdrawn = withdrawn
console-filter-state-merged = merged
console-filter-light = Light
console-filter-category = Category

console-case-hidden = { $category } (parties not shown)
console-case-hidden_why = Who is concerned is known to the units that handle this case. You see its number, category, village, state and terms, not what was reported, the exact place, photos or who reported it.
console-case-map = Where the case lies
console-case-map_about = Only the group is known; the map shows the group.
console-notices-case = “{ $title }”
console-units_others = Other units
console-units_all = All units
console-place-unknown = place to be found
console-place-group = { $place }, group { $number }

console-fact-number = Number
console-fact-category = Category
console-fact-place = Place
console-fact-grid = Grid
console-fact-place_words = Where exactly
console-fact-unit = Responsible unit
console-fact-post = Responsible post
console-fact-channel = Source
console-fact-reported = Entered
console-fact-due = Due
console-fact-age = Age
console-fact-promise = Promised in all by

console-photo = Photo
console-lay = { $span } later
console-by-reporter = The reporter
console-occurred = Entered on the device at { $at }
console-occurred_doubtful = Entered on the device at { $at } (its clock is in doubt)
console-by-clock = The platform
console-supervision-due = answer due
console-supervision-answered = answered

console-asked = { $code ->
    [extend] more time
   *[other] { $move }
}
console-stage-ask = Ask: { $move }
console-stage-grant = Grant: { $move }
console-stage-refuse = Refuse: { $move }

console-did-ask = asked for: { $move }
console-did-grant = granted: { $move }
console-did-refuse = refused: { $move }
console-did-report = reported it; { $unit } has it for acceptance
console-did-accept = accepted it
console-did-decline = declined it
console-did-relocate = corrected the place
console-did-reclassify = changed the category; { $unit } is responsible
console-did-dispatch = dispatched it to { $unit }
console-did-take = took it on
console-did-hand = handed it on inside the unit
console-did-progress = noted progress
console-did-ask_reporter = asked the reporter for more
console-did-coordinate = asked county departments
console-did-with = { $did }: { $what }
console-did-escalate = escalated it to { $unit }
console-did-assign = assigned it to { $unit }
console-did-send_back = sent it back to { $unit }
console-did-decide = decided that { $unit } is responsible
console-did-extend = extended the term
console-did-suspend = suspended it
console-did-resume = resumed it
console-did-transfer = transferred it to a statutory channel
console-did-record_receipt = recorded the receipt
console-did-return = it came back to { $unit }
console-did-complete = completed it
console-did-verify_pass = checked it: passed, closed
console-did-verify_fail = checked it: not done; { $unit } goes on
console-did-rate = rated it
console-did-reopen = reopened it; { $unit } has it
console-did-withdraw = withdrew it
console-did-merge = merged it into another case
console-did-unmerge = separated it again
console-did-supervise = issued a supervision
console-did-instruct = recorded a leader's instruction
console-did-undo = undid the last step
console-did-task_answered = answered the task
console-did-task_called_off = called the task off
console-did-task_bound = made the task binding
console-did-supervision_answered = answered the supervision
console-did-question_answered = added what was asked for
console-did-grid_drawn_anew = the grids were drawn again; the case went along

console-supervision-shows = Addressed to my units or issued by them, the first answer due first
console-supervision-empty = No supervision waits for an answer
console-supervision-empty-next = You may look at the late cases and decide whether to supervise.
console-supervision-late = Late cases
console-supervision-open = to be answered
console-supervision-all = all
console-supervision-grade = Grade
console-supervision-by = Issued by

console-organisation-lead = Level upon level: duties, units, posts and who holds them
console-centres = The three centres
console-units = Units and posts
console-unit-superior = above it:
console-unit-merged-into = merged into
console-unit-took-in = took in
console-post-vacant = vacant
console-post-covered = covered by

console-map-shows = The county's areas and the open cases; choose an area to see who answers for it, a case to open it
console-map-list = The open cases as a list
console-map-card = Chosen area
console-map-card_hint = Choose an area on the map or in the list.
console-card-worker = Worker
console-card-vacant = vacant
console-card-phone = Phone
console-card-centre_phone = Station
console-card-grids = Grids
console-card-households = Households
console-card-persons = People
console-card-open_cases = Open cases
console-card-here = Open on the map
console-card-whole = Its grids and people

case-source-portal = reported by a resident
case-source-worker = seen by the grid worker
case-source-visit = on a home visit
case-source-hotline = by phone
case-source-behalf = entered on behalf
case-source-patrol = on patrol
case-source-staff = seen by staff
case-source-api = another system

organisation-ends_before_start = The last day comes after the first.
organisation-unit = { $area } { $unit }
organisation-post = { $unit } · { $post }
organisation-unit_without_post = The receiving unit has no post yet that could receive it; set one up first.

case-refusal-post_of_another = That post is not in the responsible unit.
case-refusal-main_not_open = The main case must be another open case.
