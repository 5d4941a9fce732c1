# lists in and out (insight/lists)

lists-thing = this list
lists-state-waiting = waiting
lists-state-running = being worked on
lists-state-done = done
lists-state-failed = failed
lists-form-xlsx = Excel
lists-form-geojson = GeoJSON
lists-form-gpkg = GeoPackage
lists-form_unknown = Choose one of the forms.
lists-kind-grids = list of grids
lists-kind-cases = list of cases
lists-kind-vacancies = list of vacancies
lists-cases-number = Number
lists-failed_because = failed: { $reason }
lists-about = About this file
lists-mark = Taken out by { $name } ({ $post }), asked for on { $at }, number { $number }. It holds names or phone numbers: for official use only, not to be passed on.
lists-failed = The file could not be made. Please try again; if it fails again, tell the system administrator.
lists-row_failed = Something went wrong with this row. Please check it and try again.
lists-unreadable = This file cannot be read. Please save it as Excel (.xlsx) and bring it again.
lists-too_many_rows = At most { $most } rows at a time; please divide the list.
lists-no_rows = The sheet has no rows to take in.
lists-columns_missing = The header lacks: { $columns }. Please use the template.

lists-grids-township = Township
lists-grids-village = Village
lists-grids-code = Village code
lists-grids-groups = Villager groups
lists-grids-name = Name of the grid
lists-grids-worker = Worker
lists-grids-phone = Phone
lists-grids-origin = Origin
lists-grids-consent = Agrees to publish the phone
lists-grids-yes = yes
lists-grids-code_wrong = “{ $code }” is not the 12-digit code of a village that you look after.
lists-grids-worker_missing = There is a phone but no worker: please add the name.
lists-grids-origin_wrong = The origin is one of: { $origins }.
lists-grids-note = One row a grid; repeat the row of a village for each of its grids and keep its code. Write groups by number, such as “1, 2, 5-7”. The name may be left out. The origin is village police, resident cadre, graduate village official, member of the poverty-relief team, or member of the village committees. If the worker agrees to publish the phone, write “yes” in the last column.

lists-column-code = Code
lists-column-township = Township
lists-column-village = Village
lists-column-name = Grid
lists-column-sort = Kind
lists-column-groups = Groups
lists-column-households = Households
lists-column-persons = Persons
lists-column-worker = Worker
lists-column-deputies = Deputies
lists-column-phone = Published phone
lists-column-valid_from = In force since
lists-column-reason = Why it was not taken

area-kind-grid = grid
area-kind-special_grid = special grid

constraint-refused_row_once = This row is on record already.
constraint-geodata_feature_once = This feature is there already.
constraint-list_import_no_more_than_all = The progress of the import is wrong; please tell the system administrator.
constraint-list_export_ends_when_over = The state of this export is wrong; please tell the system administrator.
constraint-list_import_ends_when_over = The state of this import is wrong; please tell the system administrator.
