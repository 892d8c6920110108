"""KServe: what it needs in the cluster, its process, and the order in which they come up."""
