package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.SmallMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code dampak sql} prints, in each format, and how it refuses. */
@Tag("spark")
class SqlCommandTest {
  /** Text with a comma, a quote and a line break; a null; a number; a map; a name of two words. */
  private static final String ODD =
      "SELECT 'a, \"b\"\nc' AS `two words`, CAST(NULL AS STRING) AS nothing, 0.1D + 0.2D AS sum,"
          + " map('k', 1) AS pairs";

  private record Outcome(int code, String out, String err) {}

  @Test
  void aTableHasItsColumnsInTheOrderOfTheQuery() {
    Outcome outcome =
        sql("SELECT size_class, count(*) AS n FROM gold.unit GROUP BY size_class ORDER BY 1");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines())
        .containsExactly("size_class  n", "──────────  ─", "kecil       4", "mikro       4");
  }

  @Test
  void aTableShowsWhatWouldSteerTheTerminalAsSigns() {
    assertThat(sql("SELECT 'a' || char(10) || char(27) || 'b' AS x").out().lines())
        .containsExactly("x", "────", "a\u240a\u241bb");
  }

  @Test
  void csvQuotesWhatNeedsItAndLeavesNullsEmpty() {
    assertThat(sql(ODD, "--format=csv").out().split("\r\n", -1))
        .containsExactly(
            "two words,nothing,sum,pairs", "\"a, \"\"b\"\"\nc\",,0.30000000000000004,{k -> 1}", "");
  }

  @Test
  void jsonIsOneObjectALineWithNumbersAsNumbers() throws IOException {
    JsonNode row = new ObjectMapper().readTree(sql(ODD, "--format=json").out());

    assertThat(row.get("two words").asText()).isEqualTo("a, \"b\"\nc");
    assertThat(row.get("sum").isNumber()).isTrue();
    assertThat(row.get("sum").asDouble()).isEqualTo(0.1 + 0.2);
    assertThat(row.at("/pairs/k").asInt()).isEqualTo(1);
    assertThat(sql("SELECT 1 AS a UNION ALL SELECT 2", "--format=json").out().lines()).hasSize(2);
  }

  @Test
  void columnsMayShareANameOrHoldABacktick() {
    assertThat(sql("SELECT 1 AS a, 2 AS a, 3 AS `b``c`", "--format=csv").out())
        .isEqualTo("a,a,b`c\r\n1,2,3\r\n");
  }

  @Test
  void aQueryThatDoesNotParseIsRefusedWithWhatSparkSaysOfIt() {
    refused("SELEC * FROM gold.unit", "Syntax error at or near");
    refused("", "unexpected empty statement");
  }

  @Test
  void aQueryThatTheValuesDoNotAllowIsTheUsersError() {
    refused("SELECT CAST(unit_id AS INT) FROM gold.unit", "cannot be cast to \"INT\"");
    refused("SELECT 1 / (count(*) - 8) FROM gold.unit", "Division by zero");
  }

  private static void refused(String query, String reason) {
    Outcome outcome = sql(query);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("dampak: The query cannot be run."),
            line -> assertThat(line).startsWith("  why:    ").contains(reason),
            line -> assertThat(line).startsWith("  remedy: "));
  }

  private static Outcome sql(String query, String... flags) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] arguments = new String[flags.length + 3];
    System.arraycopy(flags, 0, arguments, 3, flags.length);
    arguments[0] = "sql";
    arguments[1] = query;
    arguments[2] = "--lake=" + SmallMarket.LAKE;
    int code = line.execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
