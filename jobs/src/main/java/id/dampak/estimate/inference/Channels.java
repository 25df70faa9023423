package id.dampak.estimate.inference;

/** Whether sales are known by channel, so that displacement can be told. */
enum Channels {
  KNOWN,
  UNKNOWN
}
