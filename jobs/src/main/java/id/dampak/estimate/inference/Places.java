package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the clusters of a fit are. */
final class Places {
  /** Mean radius of the earth in kilometres. */
  private static final double RADIUS = 6371.0088;

  private final double[] latitude;
  private final double[] longitude;
  private final int[] fromSouth;

  private Places(double[] latitude, double[] longitude) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.fromSouth =
        IntStream.range(0, latitude.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> latitude[c]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * The coordinates of each cluster.
   *
   * @param by columns whose values joined by ^ are the labels of clusters
   * @throws id.dampak.error.DampakException if they are missing, differ within a cluster or are no
   *     degrees
   */
  static Places of(
      ClusterMoments moments, Panel panel, List<String> by, String latitude, String longitude) {
    Map<String, Integer> clusters = new HashMap<>();
    for (int c = 0; c < moments.clusters(); c++) {
      clusters.put(moments.label(c), c);
    }
    double[] north = new double[clusters.size()];
    double[] east = new double[clusters.size()];
    Arrays.fill(north, Double.NaN);
    Arrays.fill(east, Double.NaN);
    for (int row = 0; row < panel.observations(); row++) {
      int r = row;
      String label =
          by.size() == 1
              ? panel.label(by.get(0), row)
              : by.stream().map(column -> panel.label(column, r)).collect(Collectors.joining("^"));
      Integer c = clusters.get(label);
      if (c != null) {
        put(north, c, panel.number(latitude, row), latitude, label);
        put(east, c, panel.number(longitude, row), longitude, label);
      }
    }
    for (int c = 0; c < north.length; c++) {
      require(north[c], 90, latitude, moments.label(c));
      require(east[c], 180, longitude, moments.label(c));
    }
    return new Places(radians(north), radians(east));
  }

  private static void put(double[] values, int c, double value, String column, String label) {
    if (!Double.isNaN(values[c]) && !Double.isNaN(value) && values[c] != value) {
      throw InferenceErrors.placeVaries(column, label, values[c], value);
    }
    values[c] = Double.isNaN(value) ? values[c] : value;
  }

  private static void require(double value, double most, String column, String label) {
    if (!(Math.abs(value) <= most)) {
      throw InferenceErrors.noPlace(column, label, value, most);
    }
  }

  private static double[] radians(double[] degrees) {
    return Arrays.stream(degrees).map(Math::toRadians).toArray();
  }

  /** Great-circle distance in kilometres, by the haversine formula. */
  double distance(int a, int b) {
    double north = Math.sin((latitude[b] - latitude[a]) / 2);
    double east = Math.sin((longitude[b] - longitude[a]) / 2);
    double h = north * north + Math.cos(latitude[a]) * Math.cos(latitude[b]) * east * east;
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /** The clusters from south to north. */
  int[] fromSouth() {
    return fromSouth.clone();
  }

  /** Whether the latitudes alone are further apart than {@code kilometres}. */
  boolean isBeyond(int a, int b, double kilometres) {
    // A little more than the distance along a meridian, which rounds.
    return Math.abs(latitude[a] - latitude[b]) * RADIUS > kilometres * (1 + 1e-9) + 1e-9;
  }
}
