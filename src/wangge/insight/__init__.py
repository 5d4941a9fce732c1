"""WHAT WE MAKE OF IT: lists and maps, paper and divisions, geodata, verification, the demo."""
