"""What must hold of the whole database and no constraint can say: an operator asks for it now and then.

Every check names what it found by case number or post, never by what a case says or by the people in it.
"""
