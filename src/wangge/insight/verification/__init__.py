"""What must hold of the whole database and no constraint can say: asked now and then, from outside.

Every check names what it found by case number or post, never by what a case says or whom it names.
"""
