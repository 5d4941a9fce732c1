# moves, entries, tasks and files: what officials read while they fill in a form

## forms of moves

console-choose = Please choose
console-yes = Yes
console-no = No
console-category_of = { $group } / { $category }
console-post_held = { $post } ({ $names })
console-post_vacant = { $post } (vacant)
console-post_of_grid = { $post }, { $grid }
console-place_roughly = { $place } (village or group not known)
console-grid_of_groups = { $grid } (groups { $groups })
console-amount_at_most = At most { $span } at once.
console-main_case_hint = The number of the main case; it must be one that you can see.
console-main_case_over = That case is closed or merged itself and cannot be the main case.
console-photo_hint = Several at once. JPEG, PNG or WebP images or PDF, at most { $megabytes } MB each.
console-photo_taken = File { $number } has arrived; untick it to leave it out
console-stale-next = What you wrote is still here. Please read how things stand now before you send it.
console-stale-see = See how the case stands now
console-fact-state = State now
console-fact-moved = Last move

case-thing-move = this move
case-thing-task = this task
case-thing-supervision = this supervision

## tasks, supervisions, additions

console-act-answer_task = Answer the task
console-act-answer_task_outlook = Say what was done and with what result; then the responsible unit can complete the case.
console-act-call_off_task = Call the task off
console-act-call_off_task_outlook = The other unit need not do it any more; the reason stands in the story.
console-act-bind_task = Make it a binding task
console-act-bind_task_outlook = No answer came in time. The time starts again, and only the county centre can call it off.
console-act-answer_supervision = Answer the supervision
console-act-answer_supervision_outlook = The answer goes to the supervising unit and cannot be changed afterwards.
console-task-is_done = This task is
console-task-done_now = Done
console-task-under_way = Under way
case-task-words_missing = Please say how things stand.
case-task-still_in_time = The time to answer is not over yet.
case-supervision-of_another = Only the unit addressed can answer.
case-question-none_open = No question is waiting for an answer.

## entering a case

console-entry-lead = Seen by yourself, or told by a resident. Afterwards give the query code to the person who reported it.
console-entry-emergency = If anybody is in danger, call 110, 119 or 120 first and enter the case afterwards.
console-entry-choose_kind = Please choose a category. These fit what you wrote.
console-entry-place = Where
console-entry-group = Villager group (number)
console-entry-group_unknown = The village has no such group.
console-entry-place_words = Where exactly
console-entry-place_words_hint = For instance: by the old well, the ditch behind the Zhang house.
console-entry-words = What
console-entry-category = Category
console-entry-other_category = Or choose from all categories
console-entry-whom = Which unit or whose staff it is about
console-entry-whom_lead = A matter of this kind goes round the unit it is about. Ask whom it is about, then enter the case.
console-entry-whom_hint = This unit and those below it will neither handle it nor see it.
console-entry-whom_unknown = cannot be told, or is not listed
console-entry-source = How it became known
console-entry-source_seen = I saw it myself
console-entry-source_behalf = A resident told me in person
console-entry-source_hotline = A resident called
console-entry-name = Name of the resident
console-entry-name_missing = Please say who reported it.
console-entry-phone = Phone of the resident
console-entry-contact = May the handler contact the resident
console-entry-contact_preset = As usual for the category
console-entry-contact_yes = Yes
console-entry-contact_no = No
console-entry-send = Enter the case
console-entered = Entered
console-entered-another = Enter another
console-entered-case = See the case

## files

file-thing = this file
file-empty = The file is empty, please choose another.
file-too_large = The file is larger than { $megabytes } MB, please make it smaller.
file-too_many = At most { $most } files at once.
file-pdf_not_whole = The PDF is not complete, please save it again and upload it.
