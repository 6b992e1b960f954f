"""What single companies are documented to send and receive: one TOML file a company.

A file names the company, the source of the facts and when they were last seen to hold; its
endpoints (hosts, paths as globs, parameters that must be there), the fields that matter at each
with their meaning in words, its cookies; a sample that must be found and a near miss that must not.
"""
