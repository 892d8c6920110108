package s3

// CopyObjectInput is the one type that the file backend names.
type CopyObjectInput struct{ CopySource *string }
