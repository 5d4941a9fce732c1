# doctor: what an installation lacks and how to mend it (wangge doctor)

doctor-python-good = Python { $version }
doctor-python-old = Python { $version } is too old: { $least } or newer is needed.
doctor-postgres-good = PostgreSQL { $major } with PostGIS is on this machine
doctor-postgres-missing = No PostgreSQL with PostGIS is on this machine. Only bin/demo and bin/test need it: install postgresql-NN-postgis-3, or let DATABASE_URL point elsewhere.
doctor-node-good = Node { $version }
doctor-node-missing = Node { $least } or newer is not on this machine. Only building the front end needs it; bin/demo gets one by itself.
doctor-pango-good = Pango (layout of PDF documents)
doctor-pango-missing = Pango is missing, so PDF documents cannot be made. Install libpango-1.0-0 and libpangoft2-1.0-0.
doctor-font-good = Chinese font
doctor-font-missing = There is no Chinese font: PDF documents and pictures would show boxes. Install fonts-noto-cjk.
doctor-disk-good = { $free } GB of disk are free
doctor-disk-low = Only { $free } GB of disk are free, at least { $least } GB are needed: free some space.

doctor-settings-bad = A setting is wrong: { $said }
doctor-key-good = Key file { $path }
doctor-key-missing = There is no key file { $path }, so ID and phone numbers cannot be sealed. It is made when first needed; where there are data already, restore the same file from the backup or name its place in WANGGE_KEY_FILE.
doctor-key-open = Others may read or write the key file { $path }. Run chmod 600 on it.
doctor-files-good = Folder for files { $path }
doctor-files-closed = The folder for files { $path } cannot be written. Give it to the user who runs this program, or name another place in WANGGE_STATE.
doctor-frontend-good = The front end is built
doctor-frontend-missing = The front end is not built. Run npm ci and npm run build in frontend, or bin/demo.

doctor-database-good = Database { $name } answers (PostgreSQL { $version })
doctor-database-bad_password = The database does not accept the user or password in DATABASE_URL: check them. ({ $said })
doctor-database-not_admitted = The database server does not admit this kind of connection: its administrator must allow this machine and user in pg_hba.conf. ({ $said })
doctor-database-no_database = There is no such database. Check its name in DATABASE_URL, or run wangge database_setup first. ({ $said })
doctor-database-no_account = There is no such database user. Check the user in DATABASE_URL, or run wangge database_setup first. ({ $said })
doctor-database-role_refused = This database user may not take the role it needs. Run wangge database_setup again. ({ $said })
doctor-database-unknown_host = The database host is unknown. Check the host in DATABASE_URL and the name service. ({ $said })
doctor-database-not_running = The database is not running, or not at this address and port. Start it (for the demo: bin/demo) or check DATABASE_URL. ({ $said })
doctor-database-no_answer = The database host does not answer. Check network, firewall and the address in DATABASE_URL. ({ $said })
doctor-database-too_many = The database has no connection left. Raise max_connections or run fewer processes. ({ $said })
doctor-database-starting = The database is starting or stopping: try again in a moment. ({ $said })
doctor-database-other = The database failed: { $said }
doctor-extensions-good = All database extensions are there
doctor-extensions-missing = The database lacks extensions: { $names }. Let its administrator run wangge database_setup.
doctor-roles-good = All database roles are there
doctor-roles-missing = The database user may not take these roles: { $names }. Let the administrator run wangge database_setup.
doctor-leakproof-good = Maps and the lists of units may use their indexes
doctor-leakproof-missing = geometry_overlaps and arrayoverlap are not both marked LEAKPROOF: everything works, maps and the lists of units are slower. Let a superuser run wangge database_setup.
doctor-migrations-good = The tables are up to date
doctor-migrations-pending = { $count ->
    [one] One change to the tables has
   *[other] { $count } changes to the tables have
 } not been applied. Run wangge migrate.
doctor-worker-good = A worker is running
doctor-worker-missing = No worker has ever run: reminders and time limits do not advance. Start wangge worker.
doctor-worker-silent = The worker has given no sign of life for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }. Start wangge worker again.
