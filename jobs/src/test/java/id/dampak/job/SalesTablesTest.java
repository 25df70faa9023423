package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.disclosure.Contributions;
import id.dampak.disclosure.Place;
import id.dampak.disclosure.Rules;
import id.dampak.disclosure.Status;
import id.dampak.disclosure.Suppressor;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalesTablesTest {
  private static final Suppressor STRICT = new Suppressor(Rules.STRICT);

  @Test
  void aGroupThatWasHiddenStaysSoWhenTheStudySplitsOtherwise() {
    Map<Place, Status> hidden =
        hidden("[region, size_class]", Map.of(), cell("31", "few", 4), cell("31", "many", 40));

    assertThat(hidden("[size_class]", hidden, cell("all", "few", 20), cell("all", "many", 40)))
        .containsEntry(new Place(Place.ALL, "size_class=few"), Status.PRIMARY);
    assertThat(hidden("[size_class]", Map.of(), cell("all", "few", 4), cell("all", "many", 40)))
        .containsKey(new Place(Place.ALL, "size_class=few"));
  }

  @Test
  void aStudyThatSplitsByNothingHidesItsOnlyNumberWhereOthersHideTheTotal() {
    assertThat(hidden("[]", Map.of(), cell("all", "all", 4)))
        .containsExactly(Map.entry(new Place(Place.ALL, Place.ALL), Status.PRIMARY));
    assertThat(hidden("[]", Map.of(), cell("all", "all", 40))).isEmpty();
  }

  private static Map<Place, Status> hidden(
      String dimensions, Map<Place, Status> earlier, SalesCell... cells) {
    Study study = StudyText.daily().with("dimensions", dimensions).read();
    return SalesTables.of(study, List.of(cells)).linked().suppress(STRICT, earlier).hidden();
  }

  private static SalesCell cell(String region, String sizeClass, int merchants) {
    return new SalesCell(
        WindowSales.BEFORE,
        region,
        sizeClass,
        "all",
        IntStream.range(0, merchants)
            .mapToObj(merchant -> Contributions.of(10))
            .reduce(Contributions.NONE, Contributions::plus));
  }
}
