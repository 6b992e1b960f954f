"""Any bytes through every reader, guided by what of our code they reach.

`make fuzz` gives each reader its minutes; `make fuzz MINUTES=10` ten minutes for each. What reached
something new stays in `grown` for the next run, what failed is written to `found`, and the command
that repeats it is printed. A failure that was mended goes to `corpus`, which the suite reads.
"""
