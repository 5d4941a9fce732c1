"""WHO AND WHERE, from the log up.

audit < orders < calendars < accounts < files < notices < areas < people < organisations
"""
