"""The law of cases: states, moves, seats and terms as data and pure functions.

Read in this order: ``states`` and ``facts`` (what a case is), ``moves`` (the table of what may
happen to it), ``seats`` and ``conditions`` (who may do it and when), ``lawful`` (the one decision
for page, API and operation), ``effects`` (what follows). ``categories``, ``routing``, ``intake``,
``limits`` and ``clocks`` carry them; what a clock is stands in ``work.terms``. Nothing here reads a
clock, a database or a setting.
"""
