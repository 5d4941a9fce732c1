## Notices: what officials and reporters are told; a number and a step, never what a case says

notice-subject = A message of the grid governance platform
notice-thing = notice

notice-unit = Case { $number } of your unit: { $move }.
notice-units = Case { $number }, in which your unit takes part: { $move }.
notice-joining = Case { $number } asks your unit for help: { $move }.
notice-holder = Case { $number } is yours to handle: { $move }.
notice-granter = Case { $number } asks for “{ $move }”: please decide.
notice-asker-grant = Case { $number }: “{ $move }” was granted.
notice-asker-refuse = Case { $number }: “{ $move }” was refused.
notice-checkers = Case { $number } is completed: please check it.
notice-addressed = Case { $number }: “{ $move }” is addressed to your unit; please answer in time.
notice-question_answered = Case { $number }: the reporter has added what was asked for; please go on.
notice-undone = Correction: “{ $move }” in case { $number } was undone.
notice-grid_drawn_anew = The grids were drawn again: case { $number } now belongs to { $grid } and is yours to handle.
notice-restricted = There is something new in case { $number }.
notice-of_case = Case { $number }: { $what }
notice-calendar_missing = The working calendar of { $year } is not loaded. Terms that reach into it are counted Monday to Friday until the county centre loads it.

## To the reporter

notice-reporter-restricted = There is something new in your matter { $number }. Look it up with number and query code.
notice-reporter-report = Your report is registered under { $number }. Number and query code show how it stands.
notice-reporter-accept = Your report { $number } was accepted.
notice-reporter-decline = Your report { $number } was declined. Number and query code show why, and where to go.
notice-reporter-progress = There is progress in your report { $number }. Look it up with number and query code.
notice-reporter-ask_reporter = Your report { $number } needs more from you. Answer with number and query code.
notice-reporter-escalate = Your report { $number } went to the level above.
notice-reporter-extend = Your report { $number } was given more time. Look it up with number and query code.
notice-reporter-suspend = Your report { $number } is suspended and will be taken up again. Look it up with number and query code.
notice-reporter-resume = Your report { $number } is being handled again.
notice-reporter-transfer = Your report { $number } went to another channel. Number and query code show how to go on.
notice-reporter-record_receipt = The other channel has received your report { $number }. Look it up with number and query code.
notice-reporter-return = Your report { $number } came back from the other channel.
notice-reporter-complete = Your report { $number } is completed. See the result with number and query code, and say whether you are satisfied.
notice-reporter-verify_pass = Your report { $number } is closed. Rate it with number and query code.
notice-reporter-merge = Your report { $number } is handled together with others of its kind. Look it up with number and query code.
notice-reporter-undo = Correction: the last message about your report { $number } no longer holds. Look it up with number and query code.

## The page of notices

console-rail-notices = Notices
console-own_files = My files
console-notices-unread = Unread
console-notices-all = All
console-notices-shows = What was sent to you, the newest first
console-notices-empty = Nothing new
console-notices-empty_next = When something happens in a case that you should know, it appears here.
console-notices-open = Open
console-notices-read = Read
console-notices-read-all = Mark all as read
console-letters = Undelivered notices
console-letters-shows = Notices that could not be sent and were given up, the newest first
console-letters-empty = Everything was delivered
console-letters-empty_next = A notice is listed here after many failures.
console-letters-again = Send again
console-letters-dead = Given up
console-letters-demo = Demo: what would have been sent
console-letters-demo_shows = A demo sends nothing; this is what reporters would have been sent, the newest first
console-letters-tried = Tried { $tries } times, { $error }
console-letters-channel-http = Gateway
console-letters-channel-e_mail = E-mail
console-letters-channel-demo = Demo

console-did-wait_over = Waited long enough for an answer; the clock goes on

## Constraints

constraint-notice_once = This notice was sent already.

notice-print-done = { $place }: “{ $what }” is ready to be downloaded.
notice-print-failed = { $place }: “{ $what }” could not be made; please try again.
