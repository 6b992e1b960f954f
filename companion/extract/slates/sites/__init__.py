"""What single sites and vendors of widgets are known to mean by their lists: one TOML file each.

It names lists that were found by their structure; it finds none, and none is lost without it.
"""
