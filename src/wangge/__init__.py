"""wangge (网格): rural grid governance for a county."""
