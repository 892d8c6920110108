#!/bin/sh
# Helm hands a rendered chart in and takes it back: no Service of it leaves the cluster.
exec sed 's/^\( *type: \)LoadBalancer$/\1ClusterIP/'
