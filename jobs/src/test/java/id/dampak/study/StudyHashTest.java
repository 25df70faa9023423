package id.dampak.study;

import static id.dampak.study.StudyExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyHashTest {
  @TempDir Path folder;

  @Test
  void orderOfKeysDoesNotChangeTheHash() {
    String moved = with("study: example\n", "") + "study: example\n";
    String inner = with("  code: idr\n  minor_digits: 0\n", "  minor_digits: 0\n  code: idr\n");

    assertThat(hash(moved)).isEqualTo(hash(StudyExample.TEXT));
    assertThat(hash(inner)).isEqualTo(hash(StudyExample.TEXT));
  }

  @Test
  void commentsQuotesAndLayoutDoNotChangeTheHash() {
    assertThat(
            List.of(
                hash("# fixed on 1 January\n" + StudyExample.TEXT),
                hash(with("title: An example", "title: \"An example\"   # quoted")),
                hash(with("title: An example", "title: 'An example'")),
                hash(with("title: An example", "title: >-\n  An\n  example")),
                hash(
                    with(
                        "  code: idr\n  minor_digits: 0\n", "    {code: idr, minor_digits: 0}\n"))))
        .containsOnly(hash(StudyExample.TEXT));
  }

  @Test
  void movedFilesDoNotChangeTheHash() {
    assertThat(hash(with("[orders.csv, more/*.csv]", "[elsewhere/orders.csv]")))
        .isEqualTo(hash(StudyExample.TEXT));
    Study study = StudyExample.read(folder, StudyExample.TEXT);
    assertThat(Inputs.overridden(study, List.of("orders=x.csv")).hash()).isEqualTo(study.hash());
  }

  @Test
  void onlyTheFilesOfAnInputAreLeftOut() {
    String recoded = with("Batal*: cancelled", "files: cancelled");

    assertThat(hash(recoded)).isNotEqualTo(hash(recoded.replace("files: c", "files: uc")));
    String named = with("  orders:\n", "  files:\n");
    assertThat(hash(named)).isNotEqualTo(hash(named.replace("divide_by: 0.5", "divide_by: 0.6")));
  }

  @Test
  void everyOtherValueChangesTheHash() {
    List<String> variations = new ArrayList<>(List.of(StudyExample.TEXT));
    for (String change :
        """
        study: example => study: sample
        title: An example => title: The example
        dataset: market => dataset: fair
        origin: real => origin: synthetic
        identifiers: pseudonyms => identifiers: as_they_are
        [Nama Penerima] => [Nama Pembeli]
        authors: [creator] => authors: [host]
        minor_digits: 0 => minor_digits: 2
        seed: 7 => seed: 8
        regions: as_is => regions: indonesia
        zone: Asia/Jakarta => zone: Asia/Tokyo
        format: csv => format: parquet
        Asia/Makassar => Asia/Tokyo
        dd/MM/yyyy => MM/dd/yyyy
        merchant_id: shop => merchant_id: stall
        constant: live => constant: tiktok
        [order, line] => [line, order]
        appended => left_out
        divide_by: 0.5 => divide_by: 0.6
        Batal* => Batal
        until: 2025-03-01 => until: 2025-03-02
        [TikTok] => [TikTok, Shopee]
        from: 2025-02-01 => from: 2025-02-02
        channel: live => channel: shop
        [size_class, region] => [region, size_class]
        minimum_units: 5 => minimum_units: 6
        confidence_level: 0.9 => confidence_level: 0.95
        [0.2, 0.6] => [0.2]
        displaced_share: 0.25 => displaced_share: 0.3
        leads: 3 => leads: 4
        lag: 7 => lag: 8
        weights: lagged_outcome => weights: none
        lower: 0.1 => lower: 0.2
        2025-01-21] => 2025-01-22]
        shift: -14 => shift: 14
        role: placebo => role: result
        clusters: [unit] => clusters: [region]
        degrees: all => degrees: none"""
            .split("\n", -1)) {
      String[] sides = change.split(" => ", 2);
      variations.add(with(sides[0], sides[1]));
    }

    Set<String> hashes = new HashSet<>();
    variations.forEach(text -> hashes.add(hash(text)));
    assertThat(hashes).hasSameSizeAs(variations);
  }

  private String hash(String text) {
    return StudyExample.read(folder, text).hash();
  }
}
