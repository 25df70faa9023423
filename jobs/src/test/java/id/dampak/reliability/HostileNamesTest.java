package id.dampak.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.cli.Terminal;
import id.dampak.contract.Episode;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Suspension;
import id.dampak.contract.Transaction;
import id.dampak.contract.Unit;
import id.dampak.job.Pipeline;
import id.dampak.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are SQL, or steer a terminal, in every place that takes one: they stay names. */
@Tag("spark")
class HostileNamesTest {
  private static final String DROP = "x'; DROP TABLE silver.transaction; --";

  /** As a list of platforms, it has three. */
  private static final String ONE_OF_THEM = "x'";

  private static final String QUOTES = "a`b\\'c;d${e}%s";

  @TempDir Path folder;

  @Test
  void namesThatAreSqlStayNames() throws IOException {
    Path place = Files.createDirectory(folder.resolve("o'clock `now`; %41 #1"));
    Path orders = place.resolve("or'ders; DROP TABLE silver.transaction; --`.csv");
    Files.write(
        orders,
        List.of(
            "\"id'; --\",\"merchant`id\",at,\"ch\"\"annel\",\"am;ount\",region",
            "1," + DROP + ",2025-08-10," + QUOTES + ",10," + DROP,
            "2,b,2025-08-10," + DROP + ",20," + QUOTES,
            "3,\u001b[2Jc,2025-08-10,live,30,Bali"));
    Files.write(
        place.resolve("registry.csv"),
        List.of(
            "event_id,platform,feature,country,region,started_at,ended_at,status",
            DROP + "," + DROP + "," + QUOTES + ",Indonesia,*,2025-08-30,2025-09-02,confirmed"));
    Path study =
        StudyText.daily()
            .with("title", "\"" + DROP + "\"")
            .with("regions", "as_is")
            .with("inputs", inputs(orders))
            .with(
                "suspensions",
                "{platforms: [\"%s\"], features: ['%s'], from: 2025-08-20, until: 2025-09-10}"
                    .formatted(ONE_OF_THEM, QUOTES.replace("'", "''")))
            .with(
                "exposure",
                "{by: feature_share, channel: '%s', baseline: {from: 2025-08-01, until: 2025-08-11}}"
                    .formatted(DROP.replace("'", "''")))
            .write(place.resolve("study.yaml"));
    Path root = place.resolve("la'ke; `x`");
    InProcess.run(
        study,
        root,
        List.of(
            Pipeline.named("land"),
            Pipeline.named("clean"),
            Pipeline.named("check"),
            Pipeline.named("build-panel")));

    Lake lake = InProcess.lake(root);
    assertThat(Rows.texts(lake.read(Transaction.TABLE), "merchant_id", "channel", "region_code"))
        .containsExactlyInAnyOrder(
            String.join(" | ", DROP, QUOTES, DROP),
            String.join(" | ", "b", DROP, QUOTES),
            "\u001b[2Jc | live | Bali");
    assertThat(lake.read(Quarantine.TABLE).isEmpty()).isTrue();
    assertThat(Rows.texts(lake.read(Suspension.TABLE), "platform", "feature"))
        .containsExactly(DROP + " | " + QUOTES);
    assertThat(lake.read(Episode.TABLE).count()).isEqualTo(1);
    assertThat(lake.read(PanelCell.TABLE).count()).isEqualTo(3);
    assertThat(lake.read(Unit.TABLE).filter("exposure > 0").count()).isEqualTo(1);
    aQueryReadsThem(root);
  }

  private static void aQueryReadsThem(Path root) {
    Terminal.Outcome outcome =
        Terminal.call("sql", "--lake", root.toString(), "SELECT * FROM silver.transaction");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Terminal.Outcome injected =
        Terminal.call("sql", "--lake", root.toString(), "--as-of", DROP, "SELECT * FROM gold.unit");
    assertThat(injected.err()).contains("cannot be read as of " + DROP);
    assertThat(injected.code()).isEqualTo(2);
  }

  private static String inputs(Path orders) {
    return """
    {registry: {table: suspension, format: csv, files: [registry.csv]},
     orders: {table: transaction, format: csv, files: ["%s"], columns:
      {transaction_id: "id'; --", merchant_id: "merchant`id", occurred_at: at,
       channel: 'ch"annel', amount: "am;ount", region: region}}}
    """
        .formatted(orders.getFileName());
  }
}
