"""Lists that go out as files and come in as files: asked for on a page, done by the worker.

The person who asks is the only one to see the list, and it is made in that person's scope.
"""
