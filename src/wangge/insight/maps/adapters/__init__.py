"""Pictures of the ground and drawn tiles, as files; picture services on other servers."""
