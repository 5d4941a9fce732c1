"""What would become of each feature of a file, and why: reads the registers, writes nothing."""
