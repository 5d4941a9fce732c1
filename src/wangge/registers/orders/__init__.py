"""The one life of something that is ordered by a person and carried out later by a worker.

Lists, print orders, imports of geodata and villages to be computed are such orders. Each app keeps a
table of its own, with its own policies; the states, the moves between them and what happens when a
worker goes away in the middle are the same for all and stand here.
"""
