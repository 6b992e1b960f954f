"""The hosts of the small web, one file each; each has a `site`."""
