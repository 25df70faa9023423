package id.dampak.bronze;

import id.dampak.contract.Landed;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields that no column has, because the study gives them by a constant or by the names of files.
 * Where merchants are to be pseudonyms, they are read when a file lands and land beside its
 * columns: whoever cleans it later has no key, and sees another name of it.
 */
public final class GivenFields {
  private final Map<String, String> constants = new TreeMap<>();
  private final Map<String, Pattern> fileNames = new TreeMap<>();
  private final Optional<Pseudonyms> pseudonyms;

  private GivenFields(Optional<Pseudonyms> pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** The fields of an input that land so; none where merchants stay as they are. */
  public static GivenFields of(Input input, Optional<Pseudonyms> pseudonyms) {
    GivenFields given = new GivenFields(pseudonyms);
    if (pseudonyms.isEmpty()) {
      return given;
    }
    if (PersonalData.givesMerchants(input)) {
      input
          .mapping(Fields.MERCHANT_ID)
          .constant()
          .ifPresent(merchant -> given.constants.put(Fields.MERCHANT_ID, merchant));
    }
    for (String field : Fields.all(input.target())) {
      input
          .mapping(field)
          .fileName()
          .ifPresent(name -> given.fileNames.put(field, Pattern.compile(name)));
    }
    return given;
  }

  /**
   * What tells these declarations from others without giving them away, for an expression may name
   * a merchant as well; empty where there are none.
   */
  public String mark() {
    return constants.isEmpty() && fileNames.isEmpty()
        ? ""
        : pseudonym("fields " + constants + " and from names of files " + fileNames);
  }

  /** The fields of every row of a file, by the names under which they land. */
  Map<String, String> of(SourceFile file) {
    Map<String, String> fields = new LinkedHashMap<>();
    constants.forEach((field, text) -> fields.put(Landed.given(field), pseudonym(text)));
    fileNames.forEach(
        (field, expression) -> {
          Matcher name = expression.matcher(file.ownName());
          String text = name.matches() ? Optional.ofNullable(name.group(1)).orElse("") : "";
          boolean isMerchant = field.equals(Fields.MERCHANT_ID);
          fields.put(Landed.given(field), isMerchant ? pseudonym(text) : text);
        });
    return fields;
  }

  private String pseudonym(String text) {
    return pseudonyms.orElseThrow().of(Subject.MERCHANT, text);
  }

  @Override
  public String toString() {
    return "GivenFields[secret]";
  }
}
