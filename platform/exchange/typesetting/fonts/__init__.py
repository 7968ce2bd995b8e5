"""The shipped faces and the programs that made them; see README.md."""
