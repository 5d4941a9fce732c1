# wangge verify. It names case numbers and posts, never words or persons.

verify-holds = ✓ { $what }: { $count }
verify-broken = ✗ { $what }: { $broken } of { $count } do not, first { $first }
verify-summary = { $broken } of { $count } checks found something broken.

verify-check-facts_readable = The facts of cases can be read
verify-check-columns_as_facts = Columns of cases say what the facts say
verify-check-term_as_facts = The running term is that of the facts
verify-check-tasks_as_facts = Open tasks are those of the facts
verify-check-hands_take_part = Responsible units and those that owe a task take part
verify-check-parties_as_category = Parties are hidden where the category says so, and not from who takes part
verify-check-in_hands = Open cases have a current unit and a current post of it
verify-check-looked_at = Open cases have a time of their next look
verify-check-held = Somebody holds or covers the post of every open case
verify-check-over_means_no_term = No term runs on a case that is over
verify-check-participants = Units with a dated part in a case can see it
verify-check-steps = Steps are numbered without gaps
verify-check-reporter = Every case has the record of its reporter
verify-check-posts_covered = Somebody answers for every post
verify-check-covers_filled = Posts that cover others are filled
verify-check-groups_placed = villager groups lie where their placements say
verify-check-households_placed = households belong where their placements say
verify-check-grids_posted = every grid in force has a worker's post
