package id.dampak.cli;

import id.dampak.estimate.Bins;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags of an event study. */
final class EventOptions {
  @Option(
      names = "--exposure",
      paramLabel = "COLUMN",
      description = "Event study: exposure of the unit, constant over time, e.g. a share or 0/1.")
  @Nullable String exposure;

  @Option(
      names = "--event-period",
      paramLabel = "T0",
      description = "Event study: first value of --time that the event touches.")
  @Nullable Integer eventPeriod;

  @Option(
      names = "--reference",
      defaultValue = "-1",
      paramLabel = "K",
      description =
          "Event study: relative period whose coefficient is 0 (default: ${DEFAULT-VALUE}).")
  int reference = -1;

  @Option(
      names = "--bins",
      paramLabel = "FIRST:LAST",
      converter = BinsConverter.class,
      description =
          "Event study: relative periods beyond these share the coefficient of the end point.")
  @Nullable Bins bins;

  @Option(
      names = "--groups",
      split = ",",
      paramLabel = "COLUMN",
      description = "Event study: columns whose cells have period effects of their own.")
  List<String> groups = List.of();

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description = "Event study: separate coefficients for each value of this column.")
  @Nullable String by;

  /** Binned end points, if any. */
  Optional<Bins> bins() {
    return Optional.ofNullable(bins);
  }

  /** Reads {@code -5:3}. */
  static final class BinsConverter implements ITypeConverter<Bins> {
    @Override
    public Bins convert(String value) {
      int colon = value.indexOf(':');
      try {
        return new Bins(
            Integer.parseInt(value.substring(0, Math.max(0, colon))),
            Integer.parseInt(value.substring(colon + 1)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + value + "' is not FIRST:LAST with FIRST before LAST, such as -5:3");
      }
    }
  }
}
