# Words of the residents' pages and of signing in, and the refusals of reporting and signing in.

## Front page and foot

portal-home = Tell us
portal-door-report = Report something
portal-door-report_hint = Water, power, roads, lamps, rubbish, disputes: no account needed, and no name if you prefer
portal-desk-v_service_station = { $place } village station
portal-desk-t_grid_centre = { $place } township centre
portal-door-track = Check progress
portal-door-staff = Staff sign-in
portal-hotline = Public service hotline
portal-emergency = In danger, call first:
portal-emergency-loud = This looks urgent. Please call first:
portal-emergency-110 = Police
portal-emergency-119 = Fire
portal-emergency-120 = Ambulance
portal-next = Next

## The place

portal-where = Choose the place
portal-where-township = In which township?
portal-where-village = Which village in { $township }?
portal-where-why = With the place we can reach the people in charge there at once.
portal-where-unknown = I cannot say which township
portal-where-unknown-village = Not in a village, or I cannot say which
portal-where-other = Another place
portal-where-other-township = Another township
portal-place = { $place } { $within }
portal-group = Group { $number }

## Reporting

portal-report = Report something
portal-report-what = What happened?
portal-report-words = Tell us about it
portal-report-words_hint = What it is and since when, in your own words. Voice input of your keyboard works too.
portal-report-group = Which group
portal-report-group_unknown = I cannot say
portal-report-place_words = Where exactly
portal-report-place_words_hint = For instance: by the old camphor tree at the village gate.
portal-report-kind = What kind of matter is it?
portal-report-category = Choose what comes closest
portal-report-left_to_staff = I cannot tell, let the staff decide
portal-report-other_category = None of these? Choose from the whole list
portal-report-no_other = Nothing else
portal-report-whom_title = Whom is this about?
portal-report-whom = Which unit is it about, or whose staff?
portal-report-whom_lead = A matter of this kind goes round the unit it is about: a superior or the discipline inspection opens it.
portal-report-whom_hint = This unit and those below it will neither handle it nor see it.
portal-report-whom_unknown = I cannot tell, or it is not listed
portal-report-you = How to reach you
portal-report-you-why = You need not leave a name or phone; it is handled all the same. Personal aid, subsidies and insurance do need both, or nobody could check.
portal-report-name = Name
portal-report-name_hint = You may leave this empty.
portal-report-phone = Phone
portal-report-contact = May those who handle it contact you?
portal-report-contact_hint = If not, they do not see who you are, and messages go through the intake centre.
portal-report-contact_preset = As usual for this kind: not for disputes, public order, opinions and complaints; yes for the rest
portal-report-contact_yes = They may contact me
portal-report-contact_no = Do not contact me, pass messages on
portal-report-check = One more look
portal-report-send = Send

## Receipt

portal-receipt = We have received it
portal-receipt-next = It is with { $unit }, which accepts it and answers you by { $due }.
portal-receipt-how = Take a photo or note down number and query code: nothing can be looked up without them. The QR code fills them in; on the phone, read them out.
portal-put_away = I am done, clear it from this device
portal-put_away-why = This phone or computer remembers the receipt for half an hour. If you share it, clear it when you are done.

## Progress

portal-track = Check progress
portal-track-lead = Number and query code are on your receipt.
portal-track-number = Number
portal-track-number_hint = Begins with SJ; the figures alone will do.
portal-track-code = Query code
portal-track-code_hint = 8 letters and figures, in upper or lower case, with or without the dash.
portal-track-do = Look up
portal-track-lost = Lost the receipt? Call the hotline; the staff check with you and look it up.
portal-track-not_found = Nothing found. Please compare with the receipt and enter number and code again.
portal-track-wait = Too many tries. Please look it up again after { $until }.

portal-progress = What you reported
portal-progress-stages = Progress
portal-promise-accept = { $unit } is to accept it by { $due }.
portal-promise-handle = { $unit } handles it and is to settle it by { $due } at the latest.
portal-answer = The answer to you
portal-story = What happened so far
portal-by-post = { $unit }, { $post }:
portal-by-reporter = You

portal-stage-received = Received
portal-stage-accepting = Accepting
portal-stage-handling = Handling
portal-stage-checking = Checking
portal-stage-closed = Closed

portal-fact-number = Number
portal-fact-reported = Received
portal-fact-category = Category
portal-fact-place = Place

## Each step of the story

portal-did-report = reported it
portal-did-accept = accepted it
portal-did-decline = did not accept it
portal-did-progress = told of progress
portal-did-ask_reporter = asks you for more
portal-did-question_answered = added what was missing
portal-did-with = { $did }: { $what }
portal-did-escalate = passed it to the level above
portal-did-extend = extended the time
portal-did-suspend = cannot settle it now; it waits for its review day
portal-did-resume = took it up again
portal-did-transfer = handed it to the channel the law provides
portal-did-record_receipt = recorded that channel's receipt
portal-did-return = took it back from that channel
portal-did-complete = settled it; it is being checked
portal-did-verify_pass = checked it; the case is closed
portal-did-verify_fail = checked it; it is not settled yet
portal-did-rate = rated it
portal-did-reopen = opened it again
portal-did-withdraw = withdrew it
portal-did-merge = joined it with other reports of the same matter
portal-did-other = something was done

## What the reporter may do

portal-own = You may
portal-own-words = What you would like to say
portal-own-reason = Why
portal-own-rating = Are you satisfied?
portal-own-answer = Add what was asked for
portal-own-answer_asked = The unit asks: { $words }. Please add it by { $until }; until then the clock stands still.
portal-own-answer_words = What you can add
portal-own-answer_do = Send
portal-own-verify_pass = It is settled
portal-own-verify_pass_do = Confirm that it is settled
portal-own-verify_fail = It is not settled
portal-own-verify_fail_do = Tell them it is not settled
portal-own-rate = Rate it
portal-own-rate_do = Send the rating
portal-own-reopen = Ask to open it again
portal-own-reopen_do = Ask to open it again
portal-own-withdraw = Withdraw
portal-own-withdraw_do = Confirm the withdrawal
portal-rating-satisfied = Satisfied
portal-rating-fairly = Fairly satisfied
portal-rating-not = Not satisfied

## Signing in

portal-sign_in = Staff sign-in
portal-sign_in-lead = Residents report and look up without signing in.
portal-sign_in-name = User name
portal-sign_in-password = Password
portal-sign_in-do = Sign in
portal-sign_in-lost = Forgot the password? The security administrator of the county grid centre resets it.
portal-second_factor = One more check
portal-second_factor-code = Code
portal-second_factor-hint = The six figures your authenticator shows.
portal-second_factor-do = Confirm
portal-second_factor-back = Sign in with another account
portal-demo = Demo sign-in
portal-demo-lead = Everybody in the demo is invented. Choose somebody and look from their post.
portal-level-6 = County
portal-level-9 = Townships
portal-level-12 = Villages
portal-level-15 = Grids

## Refusals of reporting

case-report-outside_area = Your post may enter cases of its own area only.
case-report-words_missing = Please say what happened.
case-report-words_too_long = Too long; at most { $most } characters.
case-report-category_missing = Please choose a kind; if you cannot tell, let the staff decide.
case-report-benefit_not_anonymous = This kind of matter has to be checked with the person: please leave name and phone.
case-report-place_missing = Please choose a place in this county.

request-key_used_for_another = This form was sent before; its receipt is the one you got then. To add something, check its progress; to report something else, begin again on the front page.

## Refusals of signing in

account-wait = Too many tries. Please sign in again after { $until }.
account-sign_in_failed = User name or password is wrong. Please try again.
account-second_factor_missing = This account has no authenticator yet. Please see the security administrator.
account-second_factor_failed = The code is wrong or was used before. Please wait for the next one.
account-password_too_similar = The password is too much like the user name.
account-password_too_short = The password is too short; it needs 10 characters.
account-password_too_common = This password is too common.

## Refusals of pages

refusal-page_not_found = There is nothing at this address; it may have moved.
refusal-bad_request = The request could not be understood. Please go back and try again.
refusal-form_expired = This page lay open too long, or the browser takes no cookies. Go back, reload and send again; what you wrote is kept.
refusal-only_here = The demo sign-in works only on the computer that runs the demo.

## Find my worker

portal-door-worker = Find my grid worker
portal-door-worker_hint = Who looks after where you live, and the number
portal-worker = Grid worker
portal-worker-find = Find my grid worker
portal-worker-say = Where do you live?
portal-worker-say_hint = Village and group in your own words, or the first letters of the pinyin
portal-worker-found = { $count ->
    [0] Nothing found
    [one] One place
   *[other] { $count } places
}
portal-worker-none_found = No such place was found. Say it differently, or choose step by step below.
portal-worker-map = Find it on the map
portal-worker-map-press = Press on the map where you live, or choose below it.
portal-worker-map-open = See the worker and the phone
portal-worker-which = Which group do you live in?
portal-worker-group = By villager group
portal-worker-grid = By grid
portal-worker-no_grids = This village has no grids yet. Please call the number below.
portal-worker-unsure = If you cannot tell your group, call here
portal-worker-is = Grid worker: { $worker }
portal-worker-vacant = No grid worker at present
portal-worker-call = Call the grid worker
portal-worker-station = Village service station
portal-worker-covers = This grid covers:{" "}
portal-worker-too_many = Many grids were looked up from here just now. The worker's number is shown again in an hour; meanwhile, please call below.
portal-worker-moved = This grid has been divided again
portal-worker-now = It now belongs to
portal-worker-by_group = Find it by villager group
