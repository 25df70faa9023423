package id.dampak.estimate.reversible;

import id.dampak.estimate.UnitPeriods;
import java.util.ArrayList;
import java.util.List;

/** The periods of a panel in words. */
final class Calendar {
  private static final int MOST_DATES = 3;

  private final UnitPeriods panel;

  Calendar(UnitPeriods panel) {
    this.panel = panel;
  }

  /** The period of a place, as the data number it. */
  int period(int place) {
    return panel.period(place);
  }

  /** How many did something in which period, given by place. */
  String dates(int[] byPlace) {
    List<String> shown = new ArrayList<>();
    int more = 0;
    for (int place = 0; place < byPlace.length; place++) {
      if (byPlace[place] > 0 && shown.size() < MOST_DATES) {
        shown.add(byPlace[place] + " in period " + panel.period(place));
      } else if (byPlace[place] > 0) {
        more++;
      }
    }
    return String.join(", ", shown) + (more > 0 ? ", and in " + more + " further periods" : "");
  }

  /** A remark where periods count as consecutive that are further apart than others. */
  List<String> gaps() {
    int step = Integer.MAX_VALUE;
    for (int place = 1; place < panel.periods(); place++) {
      step = Math.min(step, panel.period(place) - panel.period(place - 1));
    }
    List<String> wide = new ArrayList<>();
    for (int place = 1; place < panel.periods(); place++) {
      if (panel.period(place) - panel.period(place - 1) != step) {
        wide.add(panel.period(place - 1) + " and " + panel.period(place));
      }
    }
    int more = Math.max(0, wide.size() - MOST_DATES);
    return wide.isEmpty()
        ? List.of()
        : List.of(
            "No row lies between the periods %s%s: they count as consecutive"
                .formatted(
                    String.join(", ", wide.subList(0, wide.size() - more)),
                    more > 0 ? " (and " + more + " further pairs)" : ""));
  }
}
