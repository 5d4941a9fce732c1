"""``wangge doctor``: what an installation lacks and how to mend it."""
