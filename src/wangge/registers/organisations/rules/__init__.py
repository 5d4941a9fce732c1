"""The law of units and posts: which kinds there are, who answers to whom, who covers a vacancy."""
