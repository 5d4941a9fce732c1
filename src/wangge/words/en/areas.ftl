# places: villager groups, households and grids (registers/areas, registers/people)

area-grid_unknown = The village had no such grid then: { $codes }.
area-group_unknown = The village has no such group: { $numbers }.
area-placed_ahead = Places are on record from today or from an earlier day on.
area-placed_later = Some of these were placed anew after that day, so they cannot be moved from an earlier one.
household-thing = this household
household-one_village = Households of one village at a time can be placed.

# published numbers (registers/organisations/contacts.py)

contact-none_published = No number is published at present.
organisation-thing-unit = this unit
