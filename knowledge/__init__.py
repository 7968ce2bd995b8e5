"""A wing of rooms: library, schemes, cases."""
