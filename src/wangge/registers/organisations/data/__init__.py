"""Tables of the organisation: see README.md for what each says and where it comes from."""
