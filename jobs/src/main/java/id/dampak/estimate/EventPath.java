package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terms of an event study read back as a path over relative periods. */
final class EventPath {
  static final String ALL = "all";

  private EventPath() {}

  static List<EventPeriod> of(ExposureEventStudy study, Fit fit) {
    Pattern term = Pattern.compile(Pattern.quote(study.exposure()) + "\\[(-?\\d+)](?::(.*))?");
    List<EventPeriod> path = new ArrayList<>();
    for (Estimate estimate : fit.estimates()) {
      Matcher matcher = term.matcher(estimate.term());
      if (matcher.matches()) {
        String group = matcher.group(2);
        path.add(
            new EventPeriod(
                Integer.parseInt(matcher.group(1)), group == null ? ALL : group, false, estimate));
      }
    }
    path.stream().map(EventPeriod::group).distinct().toList().stream()
        .map(group -> reference(study, group))
        .forEach(path::add);
    path.sort(
        Comparator.comparing(EventPeriod::group).thenComparingInt(EventPeriod::relativePeriod));
    return List.copyOf(path);
  }

  private static EventPeriod reference(ExposureEventStudy study, String group) {
    int k = study.reference();
    String term = group.equals(ALL) ? study.term(k) : study.term(k, group);
    double none = Double.NaN;
    return new EventPeriod(k, group, true, new Estimate(term, 0, none, none, none, none));
  }
}
