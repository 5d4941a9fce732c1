"""HOW ONE COMES IN: the transaction, the scope of the second wall, operations and jobs.

Every way into the platform (page, API call, job, import row, command) passes through `door`, which
opens the transaction and tells PostgreSQL who is asking. Nothing else does either.
"""
