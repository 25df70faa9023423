package id.dampak.estimate;

import id.dampak.error.StackErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several events in one regression, each with its own window, its own unit effects and its own
 * period effects (Cengiz, Dube, Lindner and Zipperer 2019, doi:10.1093/qje/qjz014):
 *
 * <pre>y_its = α_is + λ_{g(i),ks} + Σ_{k≠ref} β_k e_is 1{t − t_s = k} + ε_its</pre>
 *
 * for events s. Within an event only its own periods are compared, so that no period of one event
 * serves as the before or after of another; β is a mean over events with weights that are not
 * negative. Windows must not overlap. See {@code docs/methods/stacked-events.md}.
 *
 * <p>Differs from that paper in that an event hits every unit at once, some more than others, so
 * that units are compared by their exposure instead of with units that no event touched.
 *
 * @param study the options of an exposure event study; each of the events takes the place of its
 *     event period, and the exposure may differ between events
 * @param events the first period of each event
 * @param window first and last relative period of every window
 */
public record StackedEvents(ExposureEventStudy study, List<Integer> events, Bins window)
    implements Estimator {
  private static final String EVENT = "stacked event";
  private static final String RELATIVE = "relative period";

  public StackedEvents {
    events = List.copyOf(new TreeSet<>(events));
    if (study.columns().contains(EVENT) || study.columns().contains(RELATIVE)) {
      throw new IllegalArgumentException("columns named " + EVENT + " or " + RELATIVE);
    }
    if (study.bins().isPresent()) {
      throw new IllegalArgumentException("the window takes the place of binned end points");
    }
  }

  @Override
  public Set<String> columns() {
    return study.columns();
  }

  @Override
  public Set<String> identifiers() {
    return study.identifiers();
  }

  /** One path over all events, with the terms of the study. */
  @Override
  public Fit fit(Panel panel) {
    return fit(stacked(study.by()), panel);
  }

  /**
   * A path for each event, whose terms end in {@code :} and its first period: whether the events
   * agree, which their mean does not tell.
   */
  public Fit fitEach(Panel panel) {
    return fit(stacked(Optional.of(EVENT)), panel);
  }

  /** Joint score test that every coefficient before the events is 0. */
  public JointTest preTrend(Panel panel) {
    ExposureEventStudy stacked = stacked(study.by());
    Frame frame = frame(stacked, panel);
    ExposureDesign design = ExposureDesign.of(stacked, frame);
    return new Regression(stacked.model(this), frame, design).preTrend(design);
  }

  /** Every coefficient of {@code fit} in order of group and period, the reference among them. */
  public List<EventPeriod> path(Fit fit) {
    return study.path(fit);
  }

  private Fit fit(ExposureEventStudy stacked, Panel panel) {
    Frame frame = frame(stacked, panel);
    return new Regression(stacked.model(this), frame, ExposureDesign.of(stacked, frame)).linear();
  }

  /** The study whose units are units in an event and whose periods are relative to it. */
  private ExposureEventStudy stacked(Optional<String> by) {
    return new ExposureEventStudy(
        study.outcome(),
        study.exposure(),
        EVENT + "^" + study.unit(),
        RELATIVE,
        0,
        study.reference(),
        Optional.empty(),
        Stream.concat(study.groups().stream(), Stream.of(EVENT)).toList(),
        study.controls(),
        study.weights(),
        by,
        study.variance(),
        study.singletons(),
        study.level());
  }

  private Frame frame(ExposureEventStudy stacked, Panel panel) {
    requireCleanWindows();
    double[] time = panel.numbers(study.time());
    double[] event = new double[time.length];
    double[] relative = new double[time.length];
    for (int i = 0; i < time.length; i++) {
      event[i] = eventOf(time[i]);
      relative[i] = time[i] - event[i];
    }
    Panel extended = panel.with(EVENT, i -> event[i]).with(RELATIVE, i -> relative[i]);
    Sample sample = new Sample(extended);
    sample.requireNumbers(study.time());
    int[] outside =
        IntStream.range(0, time.length)
            .filter(i -> !Double.isNaN(time[i]) && Double.isNaN(event[i]))
            .toArray();
    sample.drop(outside, "outside the window of every event");
    stacked.enter(sample);
    requireBothSides(sample.rows(), event, relative);
    return new Frame(stacked.model(this), extended, sample);
  }

  /** The event in whose window the period lies; NaN for none. */
  private double eventOf(double time) {
    for (int event : events) {
      if (event + window.first() <= time && time <= event + window.last()) {
        return event;
      }
    }
    return Double.NaN;
  }

  private void requireCleanWindows() {
    if (events.isEmpty()) {
      throw StackErrors.noEvents();
    }
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i - 1) + window.last() >= events.get(i) + window.first()) {
        throw StackErrors.overlap(events.get(i - 1), events.get(i), window.first(), window.last());
      }
    }
  }

  private void requireBothSides(int[] rows, double[] event, double[] relative) {
    for (int each : events) {
      double[] seen =
          Arrays.stream(rows).filter(i -> event[i] == each).mapToDouble(i -> relative[i]).toArray();
      if (Arrays.stream(seen).noneMatch(k -> k == study.reference())
          || Arrays.stream(seen).noneMatch(k -> k >= 0)) {
        throw StackErrors.halfAnEvent(study.time(), each, study.reference());
      }
    }
  }
}
