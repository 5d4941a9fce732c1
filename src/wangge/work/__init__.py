"""WHAT HAPPENS: cases, and later services, programmes, surveys and fieldwork."""
