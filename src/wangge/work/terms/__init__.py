"""Terms of work: how long something may take, what stops a clock, and the light that tells."""
