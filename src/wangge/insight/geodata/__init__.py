"""Geodata that a county has: outlines, points and lines come in as files, looked at before they count.

A file is read by a job, feature by feature; its person looks at what would come in and confirms;
only then do the registers' own operations write it.
"""
