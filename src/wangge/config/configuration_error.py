"""What a wrong setting raises. It stands apart from the settings, which may fail to load."""


class ConfigurationError(Exception):
    """A setting is missing or wrong; the text is a sentence that says how to mend it."""
