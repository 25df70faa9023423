package id.dampak.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names under which sources keep what is about persons, in Indonesian and English. It is a net
 * below the declarations of formats and studies: a column that nobody declared or mapped and that
 * has such a name is dropped, because keeping it by mistake is worse than losing it by mistake.
 */
public final class PersonalColumns {
  /** Words that make a name personal wherever they stand in it. */
  private static final List<String> ANYWHERE =
      List.of(
          // names and accounts
          "username, user name, nickname, nick name, nama pengguna, nama penerima, nama pembeli",
          "nama pelanggan, nama lengkap, nama pengirim, nama pemilik, nama kreator, nama affiliate",
          "nama afiliasi, nama depan, nama belakang, nama ibu, nama host, nama orang",
          "recipient, receiver, full name, first name, last name, customer name, buyer name",
          "owner name, contact name, taxpayer name, holder name, creator name, creator handle",
          "affiliate name, host name, contact person, narahubung, sender name, customer id",
          "id pelanggan, buyer id, id pembeli, user id, id pengguna, screen name, author name",
          "author id, id penulis, nama penulis, nama pengunggah",
          // whom a merchant's pseudonym would else be read from
          "nama toko, nama penjual, nama usaha, nama merchant, nama perusahaan, id toko, id"
              + " penjual",
          "id merchant, shop name, store name, seller name, merchant name, business name, shop id",
          "store id, seller id, merchant id, seller account, taxpayer number, nib",
          // where to find them
          "telepon, telpon, telp, tlp, phone, handphone, telephone, no hp, nomor hp, no wa",
          "nomor wa, nomor whatsapp, no whatsapp, whatsapp number, mobile number, fax",
          "email, e mail, surel, alamat, address, street, jalan, kode pos, zipcode, zip code",
          "postal code, postcode, kelurahan, kecamatan, villages, districts, latitude, longitude",
          "lintang, bujur, geolocation, ip address, device id, imei",
          // what they wrote, or was written about them
          "catatan, message, pesan pembeli, pesan dari pembeli, pesan penjual, note, notes",
          "remark, remarks, keterangan pembeli, komentar",
          // what leads to them through somebody else
          "resi, tracking, awb, airway bill, waybill, kode booking, rekening, bank account",
          "account number, card number, nomor kartu, va number, virtual account, qr string",
          // what the state calls them by, and what they are
          "nik, ktp, npwp, nomor induk, no kk, kartu keluarga, paspor, passport, identity number",
          "tanggal lahir, tempat lahir, birth date, birthdate, date of birth, birthday",
          "jenis kelamin, gender, agama, religion, suku");

  /** Words that make a name personal only where it has no others. */
  private static final List<String> ALONE =
      List.of(
          "name, nama, pembeli, buyer, penerima, customer, pelanggan, pengirim, sender, hp, wa",
          "handle, creator, kreator, host, owner, pemilik, user, contact, kontak, dob, lat, lon",
          "lng, mobile, affiliate, toko, shop, seller, penjual, author, penulis, uploader,"
              + " pengunggah",
          "speaker, pembicara");

  private static final String UNNAMED = "_extra_";

  /** Stands between the name of an object and that of a field in it. */
  private static final String WITHIN = ".";

  private static final Set<String> WORDS_ANYWHERE = words(ANYWHERE);
  private static final Set<String> WORDS_ALONE = words(ALONE);

  /** Numbers of telephones and orders, days, addresses of mail: no column is called so. */
  private static final Pattern VALUE = Pattern.compile("\\d{5}|@|\\d[-/:.]\\d\\d");

  private static final String LIKE_DATA = "a first row that looks like data and is not shown";

  private PersonalColumns() {}

  /**
   * A header for a message. In a file without one the first row has its place, and what is about a
   * person must not end in a log.
   */
  public static List<String> shown(List<String> header) {
    return header.stream().anyMatch(name -> VALUE.matcher(name).find())
        ? List.of(LIKE_DATA)
        : header;
  }

  /** Whether a column of this name is likely to be about a person. */
  public static boolean looksPersonal(String column) {
    String words = normalised(column);
    String framed = " " + words + " ";
    return WORDS_ALONE.contains(words)
        || WORDS_ANYWHERE.stream().anyMatch(word -> framed.contains(" " + word + " "));
  }

  /**
   * A name without what exports vary: case, accents, signs, and words that run together in {@code
   * camelCase}.
   */
  public static String normalised(String column) {
    return Normalizer.normalize(column, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** The name under which a column lands that its file has none for; places count from 1. */
  public static String unnamed(int place) {
    return UNNAMED + place;
  }

  /** Whether a column had no name in its file. */
  static boolean isUnnamed(String column) {
    return column.isBlank()
        || (column.startsWith(UNNAMED)
            && column.substring(UNNAMED.length()).chars().allMatch(Character::isDigit));
  }

  /** A column and the objects that it is a field of, the innermost first. */
  static List<String> withThoseAbove(String column) {
    List<String> names = new ArrayList<>();
    for (int end = column.length(); end > 0; end = column.lastIndexOf(WITHIN, end - 1)) {
      names.add(column.substring(0, end));
    }
    return names;
  }

  /** Every name that a declaration may mean a column by: its own, its objects', their parts. */
  public static Stream<String> names(String column) {
    return Stream.concat(withThoseAbove(column).stream(), parts(column).stream());
  }

  /** The names of which that of a field within an object consists. */
  static List<String> parts(String column) {
    return List.of(column.split(Pattern.quote(WITHIN)));
  }

  private static Set<String> words(List<String> lines) {
    return Set.copyOf(lines.stream().flatMap(line -> List.of(line.split(", ")).stream()).toList());
  }
}
