"""The first page, plain information pages, and what other rooms show on them."""
