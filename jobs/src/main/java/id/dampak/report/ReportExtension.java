package id.dampak.report;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the templates can do beside printing: {@code count} a number, {@code drawings} of a chart.
 */
final class ReportExtension extends AbstractExtension {

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "count", new Applied<>(Number.class, number -> DecimalText.whole(number.longValue())),
        "drawings", new Applied<>(Charted.class, charted -> Drawing.of(charted.chart())));
  }

  /** A filter without arguments. */
  private record Applied<T>(Class<T> input, Function<T, Object> function) implements Filter {
    @Override
    public Object apply(
        Object value,
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int lineNumber) {
      return function.apply(input.cast(value));
    }

    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }
  }
}
