package source

import "errors"

// NewElasticsearchMetricsClient refuses: the simulated cluster is built without this client.
func NewElasticsearchMetricsClient(map[string]string) (MetricsClient, error) {
	return nil, errors.New("this scheduler is built without the Elasticsearch metrics source")
}
