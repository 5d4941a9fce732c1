"""The shared hall of all faces: doors, errors, listing, components."""
