# lib: words of the nouns every part of the platform uses

words-separator = { ", " }

## refusals (lib/refusal.py)

refusal-not_found = { $what } was not found, or your post may not see it.
refusal-forbidden = The post you act in may not do this.
refusal-invalid =
    { $count ->
        [one] One entry needs correcting before you send this.
       *[other] { $count } entries need correcting before you send this.
    }

## area codes (lib/area_code.py)

area-level-province = province
area-level-prefecture = prefecture
area-level-county = county
area-level-township = township
area-level-village = village
area-level-grid = grid
area-code-malformed = “{ $code }” is not an area code: it should have 2, 4, 6, 9, 12 or 15 digits.
area-code-padded = The area code “{ $code }” ends in padding zeros: please leave them out.
area-code-above_level = The area code “{ $code }” lies in no { $level }.
area-code-other_level = The area code “{ $code }” is not the code of a { $level }.
area-code-township_number = The township number in “{ $code }” is not between 001 and 599.
area-code-grids_used_up = Village “{ $code }” has used its grid numbers up to 999 and can have no more.

## dates, times and spans (lib/when.py)

when-at = { $day } { $clock }
when-today = today
when-yesterday = yesterday
when-tomorrow = tomorrow
when-weekday-1 = Mon
when-weekday-2 = Tue
when-weekday-3 = Wed
when-weekday-4 = Thu
when-weekday-5 = Fri
when-weekday-6 = Sat
when-weekday-7 = Sun
when-month-1 = January
when-month-2 = February
when-month-3 = March
when-month-4 = April
when-month-5 = May
when-month-6 = June
when-month-7 = July
when-month-8 = August
when-month-9 = September
when-month-10 = October
when-month-11 = November
when-month-12 = December
when-day_of_year = { $day } { $month }
when-full_date = { $day } { $month } { $year }
when-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
when-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
when-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
when-moment = less than a minute

## calendar (lib/state_council_calendar.py)

calendar-year_not_announced = There is no holiday calendar for { $year } yet.

## numbers and names of persons (lib/id_number.py, lib/phone_number.py)

id_number-malformed = An ID number has 18 characters: 17 digits, then a digit or X.
id_number-wrong_check = The last character of the ID number does not fit: please check it again.
id_number-unknown_area = The first two digits of the ID number are not those of a province.
id_number-no_such_date = The date of birth in the ID number is not right.
id_number-synthetic = ID numbers that begin with 999999 are for demonstrations only.
phone_number-malformed = Please give a mobile number of 11 digits, or a landline with its area code.
phone_number-synthetic = Numbers that begin with 100 are for demonstrations only.

## codes on receipts (lib/query_code.py, lib/case_number.py)

query_code-malformed = A query code is 8 letters and digits: please copy it from the receipt again.
case_number-malformed = A case number is SJ and 19 digits: please check it again.

## lists and files (lib/keyset.py, lib/file_kind.py)

list-cursor_invalid = This page link no longer works: please start again from the first page.
file-kind_unknown = Only JPEG, PNG or WebP images and PDF files can be uploaded.
file-not_an_image = Only images can be uploaded here.
file-image_too_large = The image has too many pixels: please make it smaller first.
file-image_unreadable = The image cannot be opened and may be damaged: please choose another.
