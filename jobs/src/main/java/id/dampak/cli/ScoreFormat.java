package id.dampak.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dampak.cli.ScoreCommand.Detail;
import id.dampak.text.Explanation;
import id.dampak.text.TextModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How scores are printed. */
enum ScoreFormat {
  TABLE {
    @Override
    void print(TextModel model, List<String> texts, Detail detail, PrintWriter out) {
      double threshold = model.thresholds().atFivePercent();
      TextTable table = new TextTable(List.of("score", "look at it", "text"));
      for (String text : texts) {
        double score = model.score(text);
        table.add(List.of(number(score), score >= threshold ? "yes" : "no", beginning(text)));
      }
      table.print(out);
      out.printf(Locale.ROOT, "Model %s; look from %.3f up.%n", model.id(), threshold);
      if (detail == Detail.EXPLAINED) {
        texts.forEach(text -> explain(model.explain(text), text, out));
      }
      out.flush();
    }
  },
  /** One object a line. */
  JSON {
    @Override
    void print(TextModel model, List<String> texts, Detail detail, PrintWriter out) {
      ObjectMapper mapper = new ObjectMapper();
      for (String text : texts) {
        Explanation explanation = model.explain(text);
        ObjectNode line = mapper.createObjectNode();
        line.put("text", text);
        line.put("score", model.score(text));
        line.put("threshold", model.thresholds().atFivePercent());
        line.put("model", model.id());
        if (detail == Detail.EXPLAINED) {
          line.put("logit", explanation.logit());
          line.put("intercept", explanation.intercept());
          ArrayNode parts = line.putArray("parts");
          explanation
              .parts()
              .forEach(
                  part ->
                      parts
                          .addObject()
                          .put("text", part.text())
                          .put("contribution", part.contribution()));
        }
        out.println(written(mapper, line));
      }
      out.flush();
    }
  };

  private static final int PARTS_SHOWN = 10;
  private static final int LONGEST_SHOWN = 70;

  abstract void print(TextModel model, List<String> texts, Detail detail, PrintWriter out);

  private static void explain(Explanation explanation, String text, PrintWriter out) {
    out.printf("%n%s%n", beginning(text));
    TextTable table = new TextTable(List.of("adds to the logit", "because of"));
    table.add(List.of(signed(explanation.intercept()), "(intercept: every text starts here)"));
    List<Explanation.Part> parts = explanation.parts();
    int shown = Math.min(PARTS_SHOWN, parts.size());
    parts
        .subList(0, shown)
        .forEach(part -> table.add(List.of(signed(part.contribution()), part.text())));
    if (shown < parts.size()) {
      List<Explanation.Part> rest = parts.subList(shown, parts.size());
      double sum = rest.stream().mapToDouble(Explanation.Part::contribution).sum();
      table.add(List.of(signed(sum), "(" + rest.size() + " weaker ones)"));
    }
    table.add(
        List.of(
            signed(explanation.logit()), "= logit of the score " + number(explanation.score())));
    table.print(out);
  }

  private static String written(ObjectMapper mapper, ObjectNode line) {
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always writable", e);
    }
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int end = Math.min(line.length(), LONGEST_SHOWN);
    return end == line.length() ? line : line.substring(0, end) + "…";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }
}
