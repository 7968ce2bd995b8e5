"""Policy documents: a text in one language, its editions, and every page of them."""
