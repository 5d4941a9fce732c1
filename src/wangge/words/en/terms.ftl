# terms of any work (work/terms/rules)

## light.py

term-light-none = in time
term-light-yellow = due soon
term-light-red = overdue

## lengths of time (terms.py)

term-span-minute = { $amount } min
term-span-hour = { $amount } h
term-span-day =
    { $amount ->
        [one] 1 day
       *[other] { $amount } days
    }
term-span-work_day =
    { $amount ->
        [one] 1 working day
       *[other] { $amount } working days
    }
