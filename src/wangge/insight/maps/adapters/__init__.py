"""Pictures of the ground and tiles that were drawn, as files; services of other houses."""
