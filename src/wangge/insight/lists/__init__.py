"""Lists that go out as files and come in as files: asked for on a page, done by the worker.

Whoever asks is the only one who sees the list, and it is made in that person's scope.
"""
