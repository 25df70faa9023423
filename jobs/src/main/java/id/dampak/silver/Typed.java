package id.dampak.silver;

import id.dampak.contract.Field;
import org.apache.spark.sql.Column;

/**
 * One field of a row on its way into silver.
 *
 * @param field where it goes
 * @param value its typed value; null where it has none or cannot be typed
 * @param reason why the row cannot be used; null where this field is in order. It refers to the
 *     value by the field's name, which is there by the time that it is computed
 */
record Typed(Field field, Column value, Column reason) {}
