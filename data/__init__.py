"""The data files of the data set; see README.md beside them."""
