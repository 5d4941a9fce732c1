"""What a clock is, for cases and for every other kind of work; each app brings its own limits."""
