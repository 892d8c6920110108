package scalers

import "errors"

const externalMetricType = "External"

// leftOut stands for every scaler that asks a service no simulated cluster has.
func leftOut(...any) (Scaler, error) {
	return nil, errors.New("this KEDA is built without that scaler")
}

var (
	NewActiveMQScaler            = leftOut
	NewApacheKafkaScaler         = leftOut
	NewArangoDBScaler            = leftOut
	NewArtemisQueueScaler        = leftOut
	NewAwsCloudwatchScaler       = leftOut
	NewAwsDynamoDBScaler         = leftOut
	NewAwsDynamoDBStreamsScaler  = leftOut
	NewAwsKinesisStreamScaler    = leftOut
	NewAwsSqsQueueScaler         = leftOut
	NewAzureAppInsightsScaler    = leftOut
	NewAzureBlobScaler           = leftOut
	NewAzureCosmosDBScaler       = leftOut
	NewAzureDataExplorerScaler   = leftOut
	NewAzureEventHubScaler       = leftOut
	NewAzureLogAnalyticsScaler   = leftOut
	NewAzureMonitorScaler        = leftOut
	NewAzurePipelinesScaler      = leftOut
	NewAzureQueueScaler          = leftOut
	NewAzureServiceBusScaler     = leftOut
	NewBeanstalkdScaler          = leftOut
	NewCassandraScaler           = leftOut
	NewClickHouseScaler          = leftOut
	NewCouchDBScaler             = leftOut
	NewDatadogScaler             = leftOut
	NewDynatraceScaler           = leftOut
	NewElasticForecastScaler     = leftOut
	NewElasticsearchScaler       = leftOut
	NewEtcdScaler                = leftOut
	NewExternalMockScaler        = leftOut
	NewForgejoRunnerScaler       = leftOut
	NewGcpCloudTasksScaler       = leftOut
	NewGcpSpannerScaler          = leftOut
	NewGcsScaler                 = leftOut
	NewGitHubRunnerScaler        = leftOut
	NewGraphiteScaler            = leftOut
	NewHuaweiCloudeyeScaler      = leftOut
	NewIBMMQScaler               = leftOut
	NewInfluxDBScaler            = leftOut
	NewKafkaScaler               = leftOut
	NewLiiklusScaler             = leftOut
	NewLokiScaler                = leftOut
	NewMSSQLScaler               = leftOut
	NewMongoDBScaler             = leftOut
	NewMySQLScaler               = leftOut
	NewNATSJetStreamScaler       = leftOut
	NewNSQScaler                 = leftOut
	NewNewRelicScaler            = leftOut
	NewOpensearchScaler          = leftOut
	NewOpenstackMetricScaler     = leftOut
	NewOpenstackSwiftScaler      = leftOut
	NewPostgreSQLScaler          = leftOut
	NewPredictKubeScaler         = leftOut
	NewPubSubScaler              = leftOut
	NewPulsarScaler              = leftOut
	NewRabbitMQScaler            = leftOut
	NewRedisScaler               = leftOut
	NewRedisStreamsScaler        = leftOut
	NewSeleniumGridScaler        = leftOut
	NewSolaceDMScaler            = leftOut
	NewSolaceScaler              = leftOut
	NewSolarWindsScaler          = leftOut
	NewSolrScaler                = leftOut
	NewSplunkObservabilityScaler = leftOut
	NewSplunkScaler              = leftOut
	NewStackdriverScaler         = leftOut
	NewSumologicScaler           = leftOut
	NewTemporalScaler            = leftOut
)
