# What is printed: posters of grids, contact cards.

paper-grid = Grid { $number }
paper-group = Group { $number }
paper-poster = Grids of { $village }
paper-poster-grid = { $village }, { $grid }
paper-list = Grid workers of { $village }
paper-cards = Contact cards of { $village }
paper-cards-grid = Contact cards of { $village }, { $grid }
paper-place = { $county }, { $township }
paper-number = Grid
paper-worker = Worker
paper-phone = Phone
paper-groups = Groups:{" "}
paper-groups_of = Groups
paper-vacant = vacant
paper-call_station = please call the station
paper-call_hotline = please call the county's hotline
paper-station = Village service station
paper-supervision = Supervision
paper-scan = Scan to find your worker or report
paper-sketch = Sketch map, no authoritative boundaries
paper-synthetic = Invented boundaries of a demo, not the real ones
paper-ground_of = Ground:{" "}
paper-review = Map review number:{" "}
paper-sheet = Sheet { $number } of { $count }
paper-made_on = Made on { $day }
paper-north = N
paper-metres = { $m } m
paper-kilometres = { $km } km
paper-hotline = Hotline
paper-police = Police
paper-ambulance = Ambulance

## The pages (interfaces/console/paper/printing.py)

paper-print = Print
paper-print-lead = Posters hang in the village, cards go to every household. All of it is public: the worker's name, the number the worker agreed to, the station's number.
paper-print-below = Choose a place
paper-whole_village = The whole village
paper-document-posters_a3 = Poster A3
paper-document-posters_a4 = Poster A4
paper-document-cards_a7 = Cards, a sheet of eight for each grid
paper-document-cards_all = { $count ->
    [one] Cards for every household (one sheet of A4)
   *[other] Cards for every household ({ $count } sheets of A4)
}
paper-document-cards_a6 = Card A6
paper-ground = What lies under the map
paper-ground-hint = Where it is not to be had, the poster is printed on what there is, and you are told.
paper-ground_unknown = Choose what is to lie under the map.
paper-elsewise = “{ $asked }” is not to be had now
paper-elsewise-why = The service did not answer, or has no picture of this place.
paper-elsewise-open = Print on “{ $had }”
paper-elsewise-again = Try again
paper-order = All of { $place }
paper-order-why = A PDF for each village, in one zip. You may leave the page; a notice tells you when it is ready.
paper-order-posters_a3 = Posters A3 of all villages
paper-order-posters_a4 = Posters A4 of all villages
paper-order-cards_a7 = Cards of all villages, one a household
paper-order-cards_a6 = Cards A6 of all villages
paper-orders = Print orders
paper-orders-lead = What you asked to have printed; files are kept for 14 days.
paper-orders-shows = by time, the newest first
paper-orders-empty = No print orders yet
paper-orders-empty_next = The page "Print" of a township makes posters and cards of all its villages.
paper-column-what = What
paper-column-area = Place
paper-column-asked = When
paper-column-state = State
paper-state-waiting = waiting
paper-state-running = being made
paper-state-done = ready to be fetched
paper-state-cancelled = cancelled
paper-state-failed = not made; please try again, then ask the system administrator
paper-progress = { $done } of { $total } villages done
paper-forgotten = kept no longer
paper-goes_on = You may leave this page; it goes on.
paper-look_again = Refresh
paper-cancel = Cancel
paper-fetch = Fetch the zip
paper-kept_until = Kept until
paper-some_elsewise = { $count ->
    [one] One village was printed on another ground than was chosen.
   *[other] { $count } villages were printed on another ground than was chosen.
}
paper-some_failed = { $count ->
    [one] One village could not be made and is not in the zip.
   *[other] { $count } villages could not be made and are not in the zip.
}
paper-no_grids = There are no grids here yet, so nothing to print
paper-no_grids_next = Set up grids of villager groups first.
paper-thing = this document
paper-one_township = One township at a time, please.
paper-size_unknown = Please choose what is to be printed.

constraint-print_piece_once = This village is in the print order already.
constraint-print_order_ends_when_over = The state of this print order is wrong; please tell the system administrator.
constraint-print_order_no_more_than_all = The progress of printing is wrong; please tell the system administrator.
