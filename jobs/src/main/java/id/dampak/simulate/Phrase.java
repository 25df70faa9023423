package id.dampak.simulate;

/**
 * Something a host or viewer says.
 *
 * @param level its true level by the label policy, 0 to 4
 * @param text the words, {@code {barang}} and {@code {harga}} standing for goods and a price
 */
record Phrase(int level, String text) {}
