// See ../../README.md: the house.
