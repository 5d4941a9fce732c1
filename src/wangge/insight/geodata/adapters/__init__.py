"""Files of geodata: what is in them, and their features as geometry and text. No database."""
