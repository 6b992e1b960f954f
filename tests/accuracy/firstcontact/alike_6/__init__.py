"""The sixth look-alikes: what stands beside the lists of a site and was chosen for nobody."""
