"""Lists that go out as files and come in as files: asked for on a page, done by the worker.

Only the person who asked sees the list, and it is made in that person's scope. Which lists there
are is declared elsewhere (`rules.kinds`); nothing here but a declaration knows one by name.
"""
