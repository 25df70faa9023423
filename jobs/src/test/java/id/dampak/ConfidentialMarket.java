package id.dampak;

import id.dampak.job.Derivation;
import id.dampak.job.Pipeline;
import id.dampak.job.Progress;
import id.dampak.job.Runner;
import id.dampak.privacy.KeyFile;
import id.dampak.privacy.PseudonymKey;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@link SmallMarket} as a seller's export would have it: merchants by names that give them
 * away, and beside the business what is about persons, each value planted to be looked for.
 */
public final class ConfidentialMarket {
  /** What no file of a lake may hold, in any form. */
  public static final List<String> PLANTED =
      List.of(
          "Siti Tertanam",
          "081298765432",
          "Jalan Rahasia 17",
          "buyer_tertanam",
          "tolong bungkus diam-diam",
          "JNE00998877TERTANAM",
          "3174099988776655",
          "siti@tertanam.example",
          "kreator_tertanam",
          "Bu Tertanam Jaya");

  private static final String PERSONAL_HEADER =
      ",Nama Penerima,No. Telepon,Alamat Pengiriman,Username (Pembeli),Catatan,No."
          + " Resi,NIK,surat,Creator Handle";

  private final Path folder;
  private final Path study;
  private final Path key;

  private ConfidentialMarket(Path folder, Path study) {
    this.folder = folder;
    this.study = study;
    this.key = folder.resolve("market.key");
  }

  /** Writes study, key and files into a folder. */
  public static ConfidentialMarket write(Path folder) throws IOException {
    Path study = SmallMarket.write(folder);
    Path orders = folder.resolve("orders 1.csv");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(orders)) {
      String named = named(line);
      lines.add(
          lines.isEmpty() ? line + PERSONAL_HEADER : named + "," + String.join(",", personal()));
    }
    Files.write(orders, lines);
    Path merchants = folder.resolve("merchants.csv");
    Files.write(
        merchants,
        Files.readAllLines(merchants).stream()
            .map(
                line ->
                    line.startsWith("merchant_id")
                        ? line + ",shop_name"
                        : named(line) + "," + PLANTED.get(9))
            .toList());
    Files.writeString(
        study,
        Files.readString(study)
            .replace("origin: synthetic", "origin: real")
            .replace(
                "columns: {region: province}",
                "columns: {region: province}, personal: [SURAT], authors: [Creator Handle]"));
    ConfidentialMarket market = new ConfidentialMarket(folder, study);
    KeyFile.create(market.key);
    return market;
  }

  private static List<String> personal() {
    return PLANTED.subList(0, 9);
  }

  /** {@code m3} is another text than {@code m30}, and its name is nowhere else. */
  private static String named(String line) {
    return line.replaceAll("(^|,)m(\\d),", "$1" + "toko-tertanam-$2,");
  }

  /** The names by which the sources know the merchants. */
  public static List<String> merchants() {
    return Stream.iterate(0, m -> m + 1).limit(8).map(m -> "toko-tertanam-" + m).toList();
  }

  /** Its key file. */
  public Path keyFile() {
    return key;
  }

  /** Its study file. */
  public Path study() {
    return study;
  }

  /** Runs its study into a lake of the folder by a key. */
  public Path run(String lake, PseudonymKey by) {
    Path root = folder.resolve(lake);
    new Runner(
            SmallMarket.lake(root), Progress.silent(), Derivation.OF_WHAT_CHANGED, Optional.of(by))
        .run(StudyFile.read(study), Pipeline.JOBS);
    return root;
  }
}
