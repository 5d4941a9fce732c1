"""The demo is established and played: by the same operations as in life."""
