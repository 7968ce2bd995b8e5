"""Countries, provinces and institutions: what people, schemes and filters share."""
