"""Volcano: what it needs in the cluster, its processes, and the order in which they come up."""
