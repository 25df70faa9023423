package id.dampak.study;

import java.util.List;

/**
 * Which suspension records count: those that meet every condition.
 *
 * @param platforms platforms; a record for every platform ({@code *}) counts for each
 * @param features features; a record for all of a platform ({@code *}) counts for each
 * @param countries countries, as the source names them; empty for all
 * @param statuses statuses; empty for confirmed and reported, since claims that are disputed or
 *     touched no service count only where they are named
 * @param window records that start in it
 */
public record SuspensionFilter(
    List<String> platforms,
    List<String> features,
    List<String> countries,
    List<String> statuses,
    Window window) {

  /** Canonical constructor; copies the lists. */
  public SuspensionFilter {
    platforms = List.copyOf(platforms);
    features = List.copyOf(features);
    countries = List.copyOf(countries);
    statuses = List.copyOf(statuses);
  }
}
