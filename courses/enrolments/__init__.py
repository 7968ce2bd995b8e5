"""Who learns what and how far: enrolment, progress, attempts that count for a course, completion."""
