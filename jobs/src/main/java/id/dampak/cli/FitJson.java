package id.dampak.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A fit as JSON: numbers at full double precision, null where one is not defined. */
final class FitJson {
  private final JsonGenerator json;

  private FitJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(FitReport report, PrintWriter out) {
    try {
      JsonGenerator json = new JsonFactory().createGenerator(out);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      new FitJson(json).report(report);
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
    out.flush();
  }

  private void report(FitReport report) throws IOException {
    Fit fit = report.fit();
    json.writeStartObject();
    json.writeStringField("method", report.method());
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, Object> option : report.options().entrySet()) {
      option(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("n", fit.observations());
    json.writeArrayFieldStart("clusters");
    for (Clusters clusters : fit.clusters()) {
      json.writeStartObject();
      json.writeStringField("by", clusters.by());
      json.writeNumberField("count", clusters.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    number("degrees_of_freedom", fit.degreesOfFreedom());
    json.writeArrayFieldStart("dropped");
    for (Dropped dropped : fit.dropped()) {
      json.writeStartObject();
      json.writeStringField("reason", dropped.reason());
      json.writeNumberField("rows", dropped.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("warnings");
    for (String warning : fit.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("estimates");
    for (Estimate estimate : fit.estimates()) {
      estimate(estimate);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tests");
    for (JointTest test : report.tests()) {
      test(test);
    }
    json.writeEndArray();
    for (FitTable table : report.tables()) {
      table(table);
    }
    json.writeEndObject();
  }

  private void table(FitTable table) throws IOException {
    json.writeArrayFieldStart(table.name());
    for (List<Object> row : table.rows()) {
      json.writeStartObject();
      for (int c = 0; c < row.size(); c++) {
        cell(table.columns().get(c), row.get(c));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void cell(String name, Object value) throws IOException {
    if (value instanceof Double number) {
      number(name, number);
    } else if (value instanceof Long number) {
      json.writeNumberField(name, number);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  private void estimate(Estimate estimate) throws IOException {
    json.writeStartObject();
    json.writeStringField("term", estimate.term());
    number("estimate", estimate.estimate());
    number("std_error", estimate.stdError());
    number("conf_low", estimate.confLow());
    number("conf_high", estimate.confHigh());
    number("p_value", estimate.pValue());
    json.writeEndObject();
  }

  private void test(JointTest test) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", test.name());
    number("f", test.statistic());
    json.writeNumberField("df1", test.numeratorDegreesOfFreedom());
    number("df2", test.denominatorDegreesOfFreedom());
    number("p_value", test.pValue());
    json.writeEndObject();
  }

  private void option(String name, Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.writeArrayFieldStart(name);
      for (Object item : list) {
        json.writeString(item.toString());
      }
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumberField(name, number);
    } else if (value instanceof Double number) {
      json.writeNumberField(name, number);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  private void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
