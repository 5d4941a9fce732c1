"""What can be done with divisions; one file a part of their life."""
