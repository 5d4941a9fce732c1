"""WHAT HAPPENS: terms < cases, and later services, programmes, surveys and fieldwork."""
