"""A wing of rooms: quizzes, outline, enrolments, workshops, certificates."""
