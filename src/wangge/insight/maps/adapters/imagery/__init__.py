"""The county's own pictures of the ground: taken in as tiles, handed out, cut for paper."""
