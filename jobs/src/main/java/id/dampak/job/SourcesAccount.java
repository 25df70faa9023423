package id.dampak.job;

import id.dampak.privacy.PersonalData;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the columns of a study's inputs when they land, as a table. */
record SourcesAccount(Study study) {

  String markdown() {
    String rows = study.inputs().stream().map(this::row).collect(Collectors.joining("\n"));
    return """
        | Input | Holds | Format | Dropped | Kept as pseudonyms | Other columns |
        |---|---|---|---|---|---|
        %s

        A column that is dropped is neither stored nor hashed. "By name" are columns whose header says that they are personal, in
        Indonesian or English, and that no field needs; each run lists those that it met."""
        .formatted(rows)
        .strip();
  }

  private String row(Input input) {
    PersonalData data = PersonalData.of(input);
    List<String> named =
        Stream.concat(
                PersonalData.named(input).entrySet().stream().map(SourcesAccount::identifier),
                given(input))
            .toList();
    boolean pseudonyms = study.identifiers() == Study.Identifiers.PSEUDONYMS;
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            input.name(),
            lower(input.target()),
            lower(input.format()),
            dropped(input, data),
            listed(pseudonyms ? named : List.of()),
            "as they are"
                + (pseudonyms || named.isEmpty()
                    ? ""
                    : ", identifiers among them: " + listed(named)));
  }

  private static Stream<String> given(Input input) {
    return PersonalData.given(input).stream()
        .map(
            subject ->
                (input.mapping(subject.field()).fileName().isPresent()
                        ? "what the names of files say"
                        : "what the study says")
                    + " (%s)".formatted(lower(subject)));
  }

  private static String dropped(Input input, PersonalData data) {
    String declared = listed(input.persons().personal());
    return switch (data.net()) {
      case SPREAD -> declared.equals("none") ? "by name" : declared + ", others by name";
      case FOLDED -> declared;
    };
  }

  private static String identifier(Map.Entry<String, Subject> column) {
    return column.getKey() + " (" + lower(column.getValue()) + ")";
  }

  private static String listed(List<String> columns) {
    return columns.isEmpty() ? "none" : String.join(", ", columns).replace("|", "\\|");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
