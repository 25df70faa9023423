package id.dampak.cli;

import id.dampak.estimate.sensitivity.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags that ask how far the effect of an event study rests on this or that. */
final class SensitivityOptions {
  @Option(
      names = "--effect",
      paramLabel = "FIRST:LAST",
      converter = SpanConverter.class,
      description =
          "Event study: relative periods whose mean is the effect that the next flags look at"
              + " (default: all from 0 on, without a binned end point).")
  @Nullable Span effect;

  @Option(
      names = "--honest",
      description = "Event study: intervals that hold although trends are not parallel.")
  boolean honest;

  @Mixin BoundOptions bounds = new BoundOptions();

  @Option(
      names = "--trend-power",
      description = "Event study: which trend the pre-trend test would have seen.")
  boolean trendPower;

  @Option(
      names = "--leave-one-out",
      split = ",",
      paramLabel = "COLUMN",
      description = "Event study: the effect without each group of a column in turn.")
  List<String> leaveOneOut = List.of();

  @Option(
      names = "--donut",
      paramLabel = "FROM:TO",
      converter = SpanConverter.class,
      description =
          "Event study: the effect without the rows whose --time lies there; may be repeated.")
  List<Span> holes = List.of();

  @Option(
      names = "--placebo-dates",
      paramLabel = "FROM:TO",
      converter = SpanConverter.class,
      description =
          "Event study: the effect beside those of events in each of these values of --time.")
  @Nullable Span placeboDates;

  @Option(
      names = "--permute",
      description = "Event study: the effect beside those of exposures dealt out anew in --groups.")
  boolean permute;

  @Option(
      names = "--verdict",
      description =
          "Event study: identified, fragile or not, and why, by all that the other flags look at.")
  boolean verdict;

  /** Whether a relative period is one of those whose mean is the effect. */
  boolean counts(int k) {
    return effect == null || effect.within().contains(k);
  }

  /** Whether any of the flags was given. */
  boolean isAsked() {
    return effect != null
        || honest
        || trendPower
        || !leaveOneOut.isEmpty()
        || !holes.isEmpty()
        || placeboDates != null
        || permute
        || verdict;
  }

  /** The columns that the flags need beside those of the study. */
  List<String> columns() {
    return leaveOneOut;
  }

  /** Reads {@code 30:33} or {@code 30:30}. */
  static final class SpanConverter implements ITypeConverter<Span> {
    private static final Pattern FORM =
        Pattern.compile("(-?\\d+(?:[.]\\d+)?):(-?\\d+(?:[.]\\d+)?)");

    @Override
    public Span convert(String value) {
      Matcher ends = FORM.matcher(value);
      if (!ends.matches()) {
        throw new TypeConversionException("'" + value + "' is not FROM:TO, such as 30:33");
      }
      return new Span(Double.parseDouble(ends.group(1)), Double.parseDouble(ends.group(2)));
    }
  }
}
