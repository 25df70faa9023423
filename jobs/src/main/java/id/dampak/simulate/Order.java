package id.dampak.simulate;

/**
 * An order.
 *
 * @param second when, in seconds since the market's first local midnight
 * @param channel through which channel
 * @param amount rupiah
 * @param status whether it became a sale
 */
record Order(long second, Channel channel, long amount, Status status) {
  enum Status {
    COMPLETED("completed"),
    CANCELLED("cancelled");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** As written to files. */
    String label() {
      return label;
    }
  }

  int day() {
    return (int) (second / Hours.SECONDS_PER_DAY);
  }

  boolean isSale() {
    return status == Status.COMPLETED;
  }
}
