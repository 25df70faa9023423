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
 * Where merchants and authors are to be pseudonyms, they are read when a file lands and land beside
 * its columns: whoever cleans it later has no key, and sees another name of it.
 */
public final class GivenFields {
  private final Map<String, String> constants = new TreeMap<>();
  private final Map<String, Pattern> fileNames = new TreeMap<>();
  private final Optional<Pseudonyms> pseudonyms;

  private GivenFields(Optional<Pseudonyms> pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** The fields of an input that land so; none where identifiers stay as they are. */
  public static GivenFields of(Input input, Optional<Pseudonyms> pseudonyms) {
    GivenFields given = new GivenFields(pseudonyms);
    if (pseudonyms.isEmpty()) {
      return given;
    }
    for (Subject subject : PersonalData.given(input)) {
      input
          .mapping(subject.field())
          .constant()
          .ifPresent(name -> given.constants.put(subject.field(), name));
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
        : pseudonyms
            .orElseThrow()
            .of(Subject.MERCHANT, "fields " + constants + " and from names of files " + fileNames);
  }

  /** The fields of every row of a file, by the names under which they land. */
  Map<String, String> of(SourceFile file) {
    Map<String, String> fields = new LinkedHashMap<>();
    constants.forEach((field, text) -> fields.put(Landed.given(field), landed(field, text)));
    fileNames.forEach(
        (field, expression) -> {
          Matcher name = expression.matcher(file.ownName());
          String text = name.matches() ? Optional.ofNullable(name.group(1)).orElse("") : "";
          fields.put(Landed.given(field), landed(field, text));
        });
    return fields;
  }

  private String landed(String field, String text) {
    return Subject.named(field)
        .map(subject -> pseudonyms.orElseThrow().of(subject, text))
        .orElse(text);
  }

  @Override
  public String toString() {
    return "GivenFields[secret]";
  }
}
