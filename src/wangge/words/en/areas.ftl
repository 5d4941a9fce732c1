# places: villager groups, households and grids (registers/areas, registers/people)

area-grid_name = Grid { $number }
area-grid_unknown = The village had no such grid then: { $codes }.
area-group_unknown = The village has no such group: { $numbers }.
area-placed_ahead = Places are on record from today or from an earlier day on.
area-placed_later = Some of these were placed again after that day, so they cannot be moved from an earlier one.
area-groups_unreadable = “{ $part }” is no number of a villager group. Write numbers from 1 to 999, for example 1, 3, 5-7.
area-groups_none = Name at least one villager group.
area-groups_taken = These groups lie in another grid already: { $numbers }. Grids in force are changed by a draft division.
area-name_missing = A name is needed.
area-name_taken = The village has a grid called “{ $name }” already.
area-point_outside = This place lies outside the village.
area-outline_invalid = This outline is empty or crosses itself.
area-outlined_later = The village already has an outline from a later day.
area-special-school = school
area-special-hospital = hospital
area-special-market = market
area-special-enterprise = enterprise
area-special-estate = housing estate
area-special-other = other
household-thing = this household
household-one_village = Households of one village at a time can be placed.

# published numbers (registers/organisations/queries/contacts.py)

contact-none_published = No number is published at present.
organisation-thing-unit = this unit

# batches (insight/divisions/queries/batches.py)

batch-thing = this batch
batch-number_wrong = The number of a batch lies between 1 and { $most }.
batch-villages_unknown = There are no such villages: { $codes }.
batch-told = { $name } (since { $starts_on }): { $villages } villages, { $divided } of them divided, { $grids } grids, { $per_village } a village, { $worked } of them with a worker
