"""From what a user asks with to the rows and records that answer.

Everything here takes rows and collections, never a data set.
"""
