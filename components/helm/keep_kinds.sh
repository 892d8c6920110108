#!/bin/sh
# Helm hands a rendered chart in and takes it back: no CRD of it ever goes, for with a CRD every
# object of its kind would go.
exec awk '
  function done(   i, inside) {
    for (i = 1; i <= lines; i++) {
      if (inside && line[i] ~ /^    helm\.sh\/resource-policy:/) continue
      print line[i]
      if (!crd) continue
      if (line[i] == "metadata:") {
        inside = 1
        if (!annotated) print "  annotations:\n    helm.sh/resource-policy: keep"
      } else if (line[i] ~ /^[^ #]/) inside = 0
      if (inside && line[i] == "  annotations:") print "    helm.sh/resource-policy: keep"
    }
    lines = crd = annotated = inside_metadata = 0
  }
  /^---/ { done(); print; next }
  { line[++lines] = $0 }
  /^kind: CustomResourceDefinition *$/ { crd = 1 }
  /^[^ #]/ { inside_metadata = ($0 == "metadata:") }
  inside_metadata && $0 == "  annotations:" { annotated = 1 }
  END { done() }
'
