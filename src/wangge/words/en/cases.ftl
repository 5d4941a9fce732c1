# cases: words of the law (work/cases/rules); what pages say of their own stands in their files

## states (states.py)

case-state-submitted = submitted
case-state-accepted = accepted
case-state-handling = being handled
case-state-completed = completed
case-state-closed = closed
case-state-suspended = suspended
case-state-transferred = transferred
case-state-withdrawn = withdrawn
case-state-merged = merged

## how a case ends, how many it concerns, its light (states.py)

case-closing-settled = settled
case-closing-explained_accepted = explained and accepted
case-closing-explained_not_accepted = explained, not accepted
case-closing-village_decision = settled by village decision
case-closing-conditions_lacking = conditions lacking
case-closing-not_verifiable = cannot be verified
case-closing-thanked = thanked
case-closing-declined = declined
case-scale-01 = one person or household
case-scale-02 = a group
case-scale-03 = a large group

## channels, cards, ratings (states.py)

case-channel-petition = petition office
case-channel-court = court
case-channel-arbitration = arbitration
case-channel-police = police
case-channel-discipline = discipline inspection
case-channel-reconsideration = administrative reconsideration
case-channel-other = another statutory channel
case-card-ordinary = ordinary supervision
case-card-yellow = yellow card
case-card-red = red card
case-card-withdrawn = supervision withdrawn
case-rating-satisfied = satisfied
case-rating-fairly = fairly satisfied
case-rating-not = not satisfied

## moves and their stages (move_codes.py)

case-move-report = report
case-move-accept = accept
case-move-decline = decline
case-move-relocate = locate
case-move-reclassify = reclassify
case-move-dispatch = dispatch
case-move-take = take on
case-move-hand = hand on (within the unit)
case-move-progress = report progress
case-move-ask_reporter = ask the reporter
case-move-coordinate = coordinate
case-move-escalate = escalate
case-move-assign = assign
case-move-send_back = send back
case-move-decide = decide
case-move-extend = extend
case-move-suspend = suspend
case-move-resume = resume
case-move-transfer = transfer
case-move-record_receipt = record the receipt
case-move-return = take back from the channel
case-move-complete = complete
case-move-verify_pass = pass the check
case-move-verify_fail = fail the check
case-move-rate = rate
case-move-reopen = reopen
case-move-withdraw = withdraw
case-move-merge = merge
case-move-unmerge = separate
case-move-supervise = supervise
case-move-instruct = record an instruction
case-move-undo = undo
case-stage-do = do
case-stage-ask = ask
case-stage-grant = grant
case-stage-refuse = refuse

## tasks and parts in a case (facts.py, outcome.py)

case-task-assist = assistance
case-task-answer = answer
case-role-responsible = responsible
case-role-assisting = assisting
case-role-coordinated = coordinated
case-role-informed = informed
case-role-verifier = checking

## what is said with a move (needs.py)

case-need-words = what is to be said
case-need-reason = reason
case-need-tried = what was tried
case-need-area = place
case-need-contact = whether the handler may contact you
case-need-category = category
case-need-level = level
case-need-scale = scale
case-need-urgent = urgent
case-need-unit = unit
case-need-assisting = assisting units
case-need-departments = departments to coordinate with
case-need-post = post
case-need-photo = photo
case-need-after_photo = photo of the finished work
case-need-for_reporter = whether the reporter may read it
case-need-amount = further time
case-need-consent_on = day both parties consented
case-need-review_on = review date
case-need-channel = statutory channel
case-need-receipt = number of the receipt
case-need-receipt_on = date of the receipt
case-need-closing = how it ended
case-need-rating = rating
case-need-main_case = main case
case-need-card = grade of supervision
case-need-answer_due = answer due

## who moves a case (seats.py)

case-seat-reporter = the reporter
case-seat-clock = the clock
case-seat-staff = any staff
case-seat-intake_post = the intake post of the responsible unit
case-seat-centre_of_level = the centre of the level
case-seat-responsible_unit = the responsible unit
case-seat-responsible_head = the head of the responsible unit
case-seat-holder = the holder
case-seat-holder_who_extends = the holder
case-seat-holder_who_asks = the holder
case-seat-extender = the post that grants more time
case-seat-assisting = an assisting unit
case-seat-assignee = the unit it was given to
case-seat-village_escalator = the grid worker or the station head
case-seat-escalation_preparer = the township grid centre
case-seat-township_leader = the township leader
case-seat-level_above = the level above
case-seat-station_head = the station head
case-seat-oversight_committee = the village oversight committee
case-seat-township_centre = the township grid centre
case-seat-checker_above = a checker of the level above
case-seat-caller_back = the centre that calls back
case-seat-supervisor = a supervising post
case-seat-instruction_recorder = the post that records instructions
case-seat-last_mover = the post that made the last step

## terms (limits.py)

case-term-key-immediate = immediate
case-term-key-urgent = urgent
case-term-key-quick = quick
case-term-key-std = ordinary
case-term-key-mediation = mediation
case-term-key-hotline = hotline
case-term-key-statutory = statutory
case-term-key-petition = petition
case-term-key-handoff = hand-over
case-term-key-service = service
case-term-key-none = thanks
case-term-key-verify = check
case-term-key-coordinate = coordination
case-term-key-send_back = sending back
case-term-accept = Kind of case: { $key }. To be accepted within { $span } from { $start }, by { $due }.
case-term-handle = Kind of case: { $key }. Level: { $level }. To be handled within { $span } from { $start }, by { $due }.
case-term-verify = To be checked within { $span } from { $start }, by { $due }.
case-term-answer = To be answered within { $span } from { $start }, by { $due }.
case-term-review = Nothing falls due; progress is reviewed by { $due }.
case-term-wait = Waiting for the reporter until { $due }; after that the term goes on.

## routing (routing.py)

case-route-lead = By the routing table “{ $category }” at the level { $level } is led by { $lead }.
case-route-lead_assist = By the routing table “{ $category }” at the level { $level } is led by { $lead }, assisted by { $assist }.
case-route-missing = Missing in the routing table: nobody leads “{ $category }” at the level { $level }.
case-route-misplaced = Wrong in the routing table: “{ $unit }” does not belong to the level { $level } of “{ $category }”.

## what will happen (outlook.py)

case-outlook-report = It is with { $unit } and will be accepted by { $due }.
case-outlook-accept = Handling begins once it is accepted.
case-outlook-accept_by = Handling begins: { $span }, until { $due }.
case-outlook-accept_thanked = Accepting it closes it with thanks.
case-outlook-decline = It is closed with the legal reason and the right door; the level above can see it.
case-outlook-relocate = The place changes; if another unit answers for it, the case goes there.
case-outlook-reclassify = The category and the routing change; the term can only become shorter.
case-outlook-dispatch = The lead becomes responsible, assisting units get tasks; the term goes on.
case-outlook-take = You hold the case; the term goes on.
case-outlook-hand = Another post of the unit holds it; the term stays.
case-outlook-progress = Progress is noted; the term stays.
case-outlook-ask_reporter = The clock waits for the reporter.
case-outlook-ask_reporter_by = The clock waits for the reporter, at most { $span }, until { $due }.
case-outlook-coordinate = The departments answer within 3 working days; the township stays responsible.
case-outlook-escalate = It goes up to { $unit }.
case-outlook-escalate_by = It goes up to { $unit }: { $span }, until { $due }.
case-outlook-assign = It is given to the lead; a unit of the level below gets a term of its own.
case-outlook-send_back = It goes back to { $unit }; the remaining term goes on.
case-outlook-decide = The named unit is responsible and may not send it back.
case-outlook-decide_by = The named unit is responsible and may not send it back; half the term: { $span }, until { $due }.
case-outlook-extend = The term becomes longer within the rules.
case-outlook-extend_by = { $span } more, until { $due }.
case-outlook-suspend = The clock stops until the review date.
case-outlook-resume = Handling goes on with the remaining term.
case-outlook-resume_by = Handling goes on: { $span } left, until { $due }.
case-outlook-transfer = The clock stops; it is reviewed until the receipt is recorded.
case-outlook-record_receipt = With the receipt nothing is due here any more.
case-outlook-return = It comes back to the unit with the remaining term.
case-outlook-return_by = It comes back to the unit: { $span } left, until { $due }.
case-outlook-complete = Somebody who did not handle it will check it.
case-outlook-complete_by = Somebody who did not handle it will check it: { $span }, until { $due }.
case-outlook-verify_pass = It is closed, and the reporter is asked to rate it.
case-outlook-verify_fail = The same holder goes on.
case-outlook-verify_fail_by = The same holder goes on with half the term: { $span }, until { $due }.
case-outlook-rate = The rating counts for the unit; who is not satisfied may reopen it.
case-outlook-reopen = It is handled again and checked by the level above.
case-outlook-reopen_by = It is handled again: { $span }, until { $due }, and checked by the level above.
case-outlook-withdraw = It is not handled any further.
case-outlook-merge = It follows the main case; every reporter is answered.
case-outlook-unmerge = It is again as before the merger.
case-outlook-unmerge_by = It is again as before the merger: { $span } left, until { $due }.
case-outlook-supervise = The unit is supervised; the term of the case goes on.
case-outlook-instruct = The instruction is recorded and becomes a supervision item.
case-outlook-undo = All is as before the last step; everybody who was told is told again.
case-outlook-ask = { $unit } is asked to grant “{ $move }”; until then the case goes on as it is.
case-outlook-refuse_request = “{ $move }” is not granted; the case goes on as it is.

## what supervisors should know (watch.py)

case-notice-overdue = { $unit } is overdue.
case-notice-ceiling = It has been held for 30 working days.
case-notice-no_answer = { $unit } has not answered; the county grid centre may make it a binding task.

## why not (lawful.py, conditions.py, answers.py, tasks.py)

case-refusal-state = This is not possible while the case is { $state }: { $move }.
case-refusal-not_open = The other channel has given its receipt, so this is no longer possible: { $move }.
case-refusal-seat = “{ $move }” is up to { $who }.
case-refusal-stale = The case has changed since you opened it. Please reload and look again.
case-refusal-unreadable = This cannot be read: { $what }. Please enter it again.
case-refusal-missing = Please give: { $what }.
case-refusal-nothing_asked = Nothing has been asked for.
case-refusal-asked_already = It has been asked for already; please wait for the answer.
case-refusal-grants_own = Nobody grants what they asked for themselves.
case-refusal-place_unknown = Please locate it first, down to the level: { $level }.
case-refusal-above_village = Only the township or a level above may do this.
case-refusal-highest_level = It is at county level already.
case-refusal-township_only = Only a case handled by the township is coordinated.
case-refusal-restricted = A complaint about staff is not shown to further units.
case-refusal-taken = Somebody holds it already and may hand it on.
case-refusal-reporter_unreachable = The reporter cannot be reached.
case-refusal-waiting_already = The reporter has been asked and has not answered yet.
case-refusal-asked_enough = The reporter may be asked at most { $times } times.
case-refusal-send_back_late = It can be sent back only within one working day of arrival.
case-refusal-sent_back_once = Each unit may send a case back once.
case-refusal-decided = The centre has decided, and that binds.
case-refusal-nothing_to_decide = Nobody has sent it back, so there is nothing to decide.
case-refusal-no_term_runs = No handling term runs at present.
case-refusal-extended_enough =
    { $times ->
        [0] This kind of term cannot be extended.
       *[other] It can be extended at most { $times } times.
    }
case-refusal-term_over = The term is over; it had to be asked for before.
case-refusal-not_yet = The time has not come.
case-refusal-receipt_recorded = The receipt is recorded already.
case-refusal-open_tasks =
    { $count ->
        [one] One task is still open.
       *[other] { $count } tasks are still open.
    }
case-refusal-handler_checks = Who handled a case neither checks nor rates it.
case-refusal-needs_a_check = This case has to be checked by somebody.
case-refusal-rated = It has been rated already.
case-refusal-only_thanked = Praise is thanked for; nothing more is done about it.
case-refusal-ask_level_above = The reporter may reopen it once within 30 days; later the level above decides.
case-refusal-nothing_to_undo = There is no step to undo.
case-refusal-undo_late = More than { $minutes } minutes have passed.
case-refusal-category_unknown = There is no such category.
case-refusal-category_same = That is the category it has.
case-refusal-thanks_too_late = A case that was accepted cannot become mere praise.
case-refusal-level_not_routed = Nobody at that level handles “{ $category }”.
case-refusal-reason_for_exception = Another level or an urgent mark needs a reason.
case-refusal-other_county = The place lies in another county.
case-refusal-grid_of_another_village = This grid belongs to another village.
case-refusal-unit_of_level = Please choose a unit of the level: { $level }.
case-refusal-one_unit_below = To the level below it is given to one unit, without others assisting.
case-refusal-unit_elsewhere = That unit does not answer for the place.
case-refusal-unit_barred = It cannot go to a unit that is complained of.
case-refusal-unit_twice = A unit is named twice.
case-refusal-extension_range = Between 1 and { $most }.
case-refusal-review_in_past = The review date must lie ahead.
case-refusal-closing_declined = A handler does not decline.
case-refusal-village_decision = Only a case handled by the village is settled by its decision.
case-refusal-merge_itself = A case is not merged into itself.
case-refusal-reminder_only = A village is reminded; cards are for townships and county units.
case-refusal-answer_in_past = The time to answer must lie ahead.
case-refusal-task_of_another = The task is up to another unit.
case-refusal-binds_already = Only an open question can be made binding.
case-refusal-county_centre_binds = The county grid centre does this.

## categories (data/case_categories.csv)

case-category-01 = Disputes
case-category-02 = Safety hazards
case-category-03 = Environment and sanitation
case-category-04 = Repairs of infrastructure
case-category-05 = Livelihood and relief
case-category-06 = Government services
case-category-07 = Farming
case-category-08 = Public order
case-category-09 = Opinions
case-category-10 = Emergencies
case-category-0101 = Marriage and family dispute
case-category-0102 = Dispute between neighbours
case-category-0103 = Rights in forest, land or water
case-category-0104 = House or homestead dispute
case-category-0105 = Land contract or lease dispute
case-category-0106 = Expropriation and resettlement
case-category-0107 = Labour dispute, unpaid wages
case-category-0108 = Compensation for injury (road accidents included)
case-category-0109 = Business or contract dispute
case-category-0110 = Private loan dispute
case-category-0111 = Support, custody or inheritance
case-category-0112 = Village affairs and collective assets
case-category-0113 = Medical or school dispute
case-category-0199 = Other dispute
case-category-0201 = Fire or electricity at home
case-category-0202 = Forest fire risk
case-category-0203 = Road hazard
case-category-0204 = Geological hazard
case-category-0205 = Open water, risk of drowning
case-category-0206 = Dangerous house
case-category-0207 = Fireworks and hazardous goods
case-category-0208 = Food, medicine and banquets
case-category-0209 = Safety at building sites and workshops
case-category-0210 = Gas safety
case-category-0211 = Farm machines and electric vehicles
case-category-0299 = Other safety hazard
case-category-0301 = Household waste
case-category-0302 = Sewage and foul water
case-category-0303 = Straw burning
case-category-0304 = Livestock pollution, dead animals
case-category-0305 = Illegal sand or ore mining
case-category-0306 = Illegal land use or building
case-category-0307 = Rivers and reservoirs
case-category-0308 = Woods, wildlife and plants
case-category-0309 = Village appearance, clutter
case-category-0401 = Village road, bridge or culvert
case-category-0402 = Drinking water
case-category-0403 = Power supply
case-category-0404 = Street light
case-category-0405 = Irrigation works
case-category-0406 = Telephone, broadband, television
case-category-0407 = Public toilet or sports ground
case-category-0408 = Road sign or door plate
case-category-0409 = Bus or school bus
case-category-0410 = Broken public equipment (loudspeaker, camera …)
case-category-0501 = Subsistence allowance
case-category-0502 = Temporary and disaster relief
case-category-0503 = Pension insurance
case-category-0504 = Medical insurance
case-category-0505 = Services for disabled people
case-category-0506 = Care for those left behind
case-category-0507 = Work, business and training
case-category-0508 = Help with schooling
case-category-0509 = Health and vaccination
case-category-0510 = Prevention of poverty
case-category-0511 = Housing support
case-category-0601 = Matter handled in the village
case-category-0602 = Matter handled by proxy
case-category-0603 = Matter handled by authorisation
case-category-0604 = Question about policy or procedure
case-category-0605 = Complaint about a service
case-category-0701 = Plant or animal disease
case-category-0702 = Fake seed, fertiliser or pesticide
case-category-0703 = Farm subsidy
case-category-0704 = Water for irrigation
case-category-0705 = Damage to crops
case-category-0801 = Fraud: help and prevention
case-category-0802 = Report of a crime
case-category-0803 = Noise
case-category-0804 = Missing person, sudden need
case-category-0805 = Dogs and large animals
case-category-0806 = Domestic violence, harm to minors
case-category-0901 = Opinion on village affairs
case-category-0902 = Suggestion to the government
case-category-0903 = How a policy is carried out
case-category-0904 = Praise and good deeds
case-category-0905 = Complaint about staff
case-category-1001 = Fire
case-category-1002 = Flood or landslide
case-category-1003 = Public health emergency
case-category-1004 = Drowning, road or other accident
case-category-1005 = Large outage, extreme weather

# What a case on the workbench waits for
case-waiting-accept = To accept
case-waiting-hand_out = To hand out
case-waiting-handle = To handle
case-waiting-grant = To grant
case-waiting-check = To check
case-waiting-rest = At rest
