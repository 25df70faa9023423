package id.dampak.contract;

/**
 * A condition that every row of a table meets; storage enforces it.
 *
 * @param name unique within the table
 * @param condition a Spark SQL predicate over the row
 */
public record Check(String name, String condition) {}
