"""The demo's relief: files of picture tiles, drawn by chance."""
