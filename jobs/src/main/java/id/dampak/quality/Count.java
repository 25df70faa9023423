package id.dampak.quality;

/**
 * One row of {@link id.dampak.contract.Profile} at hand.
 *
 * @param table table that was counted
 * @param input name of the input
 * @param file file that the rows came from; empty for counts of values
 * @param release release that they came with; empty without one
 * @param day local day; empty where rows have no time
 * @param counted what was counted
 * @param item column, value, rule or reason; empty for rows
 * @param value the number
 */
public record Count(
    String table,
    String input,
    String file,
    String release,
    String day,
    Counted counted,
    String item,
    long value) {}
