## What to say when a constraint does not hold

constraint-appointment_one_holder = Somebody holds this post in that time; end that appointment first.
constraint-appointment_not_twice = This person holds the post in that time already.
constraint-appointment_term_forward = An appointment ends after it begins.
constraint-substitution_term_forward = A substitution ends after it begins.
constraint-post_cover_one = The cover of the post is in conflict; please try again.
constraint-post_once = This post exists already.
constraint-unit_one_of_a_kind = There is a unit of this kind here already.
constraint-area_term_forward = An area ends after it begins.
constraint-area_level_is_length = The length of the area code does not fit its level.
constraint-area_succession_once = This succession is on record already.
constraint-boundary_one_current = The area has an outline for that time already.
constraint-villager_group_number_once = The village has a group of this number already.
constraint-case_state_known = There is no such state of a case.
constraint-case_open_has_next_look = An open case always has a time when it is looked at next.
constraint-case_merged_has_main = A merged case names its main case, and no other does.
constraint-case_step_ordinal = Somebody has just moved this case; look at it again before you go on.
constraint-case_term_one_runs = A term runs on this case already; look at it again before you go on.
constraint-idempotent_answer_once = This was received already.

## Things that are not there, or may not be known of

account-thing = this account
area-thing = this place
organisation-thing-appointment = this appointment
organisation-thing-substitution = this substitution
organisation-thing-post = this post
case-thing-case = this case
constraint-group_placement_one = This villager group already lies in a grid during that time.
constraint-household_placement_one = This household already belongs to a grid during that time.
constraint-public_phone_one = This officer already has a published number.
constraint-village_run_once = This village is already part of the scenario.
constraint-proposal_of_a_manner = A division of this kind has been computed already.
constraint-proposed_grid_number = The proposal already has a grid of this number.
constraint-draft_one_open = This village already has a draft that is not finished.
constraint-draft_grid_number = The draft already has a grid of this number.
constraint-adoption_item_once = This piece is already on the list.
