"""Names of what a browser or session remembers for a person."""

LANGUAGE_COOKIE = "wangge_language"
TYPE_COOKIE = "wangge_type"
POST_SESSION_KEY = "post"  # the post the person has narrowed to
