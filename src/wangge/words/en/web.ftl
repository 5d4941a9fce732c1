# Words of the page frame and the components.

web-platform = Grid Governance
web-html-lang = en
web-demo = Demonstration: people, cases and boundaries are invented.
web-skip = Skip to content
web-home = Home
web-workbench = Back to the workbench
web-sign-out = Sign out
web-close = Close
web-cancel = Back
web-language = Language
web-optional = optional
web-empty = Nothing here.
web-inner = internal
web-units-below = { $count } below
web-since = since
web-duty-above = Answers to:
web-as-of = Figures as of
web-ago = { $span } ago
web-ahead = in { $span }

## Codes, print, type size

web-copy = Copy
web-copied = Copied
web-print = Print
web-type-larger = Large type
web-type-usual = Normal type

## Lights

web-light-green = on time
web-light-yellow = due soon
web-light-red = overdue
web-light-none = no clock

## States of a case

web-state-submitted = submitted
web-state-accepted = accepted
web-state-handling = being handled
web-state-completed = completed
web-state-closed = closed
web-state-suspended = suspended
web-state-transferred = transferred
web-state-withdrawn = withdrawn
web-state-merged = merged

## Lists

web-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
web-export = Export to Excel
web-pages = Pages
web-previous = Previous
web-next = Next
web-filter = Filter
web-filter-clear = Clear filters
web-filter-choices = Find by name
web-filter-choices-none = Nothing of that name

## Page head, rail, search

web-scope = Area shown
web-scope-below = One level down
web-rail = Main sections
web-post = Acting as
web-search = Search
web-search-hint = Number, or words of report or place

## Handling

web-moves = What you can do now
web-moves-none = Nothing waits for your post here.
web-story = What has been done
web-draft-kept = What you had not sent last time is back.
web-step-done = (done)
web-step-now = (under way)
web-step-ahead = (not begun)

## Receipt and portal

web-receipt = Receipt
web-receipt-number = Number
web-receipt-code = Query code
web-receipt-qr = QR code of the progress page
web-receipt-how = Keep the number and the query code: look up progress here, or call the village and say the code.
web-village-phone = Village phone
web-track = Look up progress
web-doors = What you can do here

## Maps

web-map-failed = The map cannot be shown now.
web-map-synthetic = Invented boundaries for demonstration, not real lines
web-map-zoom-in = Zoom in
web-map-zoom-out = Zoom out
web-map-list = As a list
web-map-legend = Signs
web-map-keys = Arrows move, plus and minus zoom, Enter chooses the area in the middle.
web-map-locate = Where I am
web-map-locate-why = Looked up on your phone only: your position is not sent.
web-map-locating = Looking for your position…
web-map-located = You are in { $place }.
web-map-locate-outside = You are in none of the grids here. Press on the map where you live.
web-map-locate-refused = Your position is not to be had. Press on the map where you live.
web-map-grounds = Ground
web-map-ground-plain = Plain
web-map-ground-relief = Relief
web-map-ground-tianditu_imagery = Imagery
web-map-ground-tianditu_map = Map
web-map-ground-other = Imagery
web-map-credit-tianditu_imagery = Tianditu
web-map-credit-tianditu_map = Tianditu
web-map-credit-other = {""}
web-map-invented_picture = Invented relief
web-map-sign-areas = Townships, villages and grids; neighbours differ in colour
web-map-sign-chosen = The chosen area
web-map-sign-red = Red: a case past its term
web-map-sign-yellow = Yellow: a case near its term
web-map-sign-green = Green: a case within its term
web-map-sign-none = A case without a term
web-map-sign-groups = Villager group
web-map-sign-households = Household (paler where the place is estimated)
web-map-sign-barriers = River, ridge, road: what people do not walk across
web-map-sign-bridges = Bridge or passage

## Keyboard

web-keys = Keyboard
web-key-search = Search
web-key-list = Down and up in a list
web-key-open = Open the chosen item
web-key-move = To “What you can do now”; in a list the next step
web-key-next = The next case of the queue
web-key-send = Send the form you are in
web-key-help = Show this list

## Wrong entries

web-errors = { $count ->
    [one] { $count } thing needs mending
   *[other] { $count } things need mending
}
web-wrong-field = { $field }: { $problem }
web-wrong-required = Please fill this in.
web-wrong-invalid = This does not have the right form; please check.
web-wrong-invalid_choice = Please choose one of the answers listed.
web-wrong-invalid_list = Please choose from the answers listed.
web-wrong-invalid_date = There is no such day; please check the date.
web-wrong-max_length = Too long: at most { $limit } characters.
web-wrong-min_length = Too short: at least { $limit } characters.
web-wrong-max_value = Not more than { $limit }.
web-wrong-min_value = Not less than { $limit }.
web-wrong-empty = The file is empty; please choose another.

## Error pages

web-reference = Reference number
web-error-400 = Bad request
web-error-400-why = The system could not understand this request.
web-error-400-next = Go back, fill in the page again and send it.
web-error-403 = Not permitted
web-error-403-why = In your present post you cannot see or do this.
web-error-403-next = If you hold another post, switch to it; if you think this is wrong, ask the head of your unit.
web-error-404 = Not found
web-error-404-why = There is nothing at this address: it may have moved, or you may not see it.
web-error-404-next = Check the address, or begin again from the start page.
web-error-409 = Not possible now
web-error-409-why = The matter has changed meanwhile; what you asked was not done.
web-error-409-next = Reload the page, look at what is new, and go on from there.
web-error-500 = The system failed
web-error-500-why = What you asked was not completed and has changed nothing.
web-error-500-next = Try again later; if it fails again, tell the administrator the reference number.

## Gallery

web-gallery = Component gallery
web-gallery-lead = Every example of every component. People, numbers and phones in it are invented.

web-account = My account
