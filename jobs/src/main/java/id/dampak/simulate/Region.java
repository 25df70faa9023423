package id.dampak.simulate;

import id.dampak.contract.Province;
import id.dampak.contract.Provinces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A province as a place of trade.
 *
 * @param province the province
 * @param businesses its e-commerce businesses: BPS counts for 2022 where published, else assumed
 * @param urban how urban its trade is, from 0 to 1: assumed; LIVE dependence grows with it
 * @param unrest how hard city unrest hits it, from 0 to 1: assumed, after where the news was from
 */
record Region(Province province, long businesses, double urban, double unrest) {
  private static final String RESOURCE = "/id/dampak/simulate/provinces.csv";

  static List<Region> all() {
    try (InputStream in = Region.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Region::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Region parse(String line) {
    List<String> fields = List.of(line.split(",", -1));
    return new Region(
        Provinces.coded(fields.get(0)).orElseThrow(),
        Long.parseLong(fields.get(1)),
        Double.parseDouble(fields.get(3)),
        Double.parseDouble(fields.get(4)));
  }
}
