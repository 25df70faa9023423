package id.dampak.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** How an {@link ExposureEventStudy} travels: optional values do not, lists of one do. */
record StudyForm(
    String outcome,
    String exposure,
    String unit,
    String time,
    int eventPeriod,
    int reference,
    List<Bins> bins,
    List<String> groups,
    List<String> controls,
    List<String> weights,
    List<String> by,
    Variance variance,
    Singletons singletons,
    double level)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static StudyForm of(ExposureEventStudy study) {
    return new StudyForm(
        study.outcome(),
        study.exposure(),
        study.unit(),
        study.time(),
        study.eventPeriod(),
        study.reference(),
        study.bins().stream().toList(),
        study.groups(),
        study.controls(),
        study.weights().stream().toList(),
        study.by().stream().toList(),
        study.variance(),
        study.singletons(),
        study.level());
  }

  private Object readResolve() {
    return new ExposureEventStudy(
        outcome,
        exposure,
        unit,
        time,
        eventPeriod,
        reference,
        first(bins),
        groups,
        controls,
        first(weights),
        first(by),
        variance,
        singletons,
        level);
  }

  private static <T> Optional<T> first(List<T> values) {
    return values.stream().findFirst();
  }
}
