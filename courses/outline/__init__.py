"""Courses as a tree of pages: catalogue › course › module › lesson, and what there is to do in a lesson."""
