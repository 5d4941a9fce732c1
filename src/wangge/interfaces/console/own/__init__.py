"""What belongs to a person: account, sign-in, notices, tokens."""
