package id.dampak.panel;

import id.dampak.error.TableFileErrors;
import id.dampak.estimate.Panel;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** A Parquet file of flat columns, read column by column. Dates and times come as their numbers. */
final class ParquetTable {
  private static final String MAGIC = "PAR1";

  /** Two marks and the length of the footer. */
  private static final int SMALLEST = 12;

  private ParquetTable() {}

  static Panel read(Path file, Columns columns) throws IOException {
    requireWhole(file);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      MessageType wanted = projection(file, schema, columns);
      if (reader.getRecordCount() == 0) {
        throw TableFileErrors.empty(file);
      }
      reader.setRequestedSchema(wanted);
      Map<String, ColumnBuffer> buffers = new LinkedHashMap<>();
      for (Type field : wanted.getFields()) {
        boolean text =
            columns.identifiers().contains(field.getName()) || isText(field.asPrimitiveType());
        buffers.put(field.getName(), text ? new TextBuffer() : new NumberBuffer());
      }
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        readGroup(pages, wanted, reader.getFileMetaData().getCreatedBy(), buffers);
      }
      Panel.Builder panel = Panel.ofRows(Math.toIntExact(reader.getRecordCount()));
      buffers.forEach((name, buffer) -> buffer.addTo(panel, name));
      return panel.build();
    }
  }

  /** A Parquet file ends with the bytes that it begins with, or it was cut short. */
  private static void requireWhole(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(MAGIC.length());
      channel.position(Math.max(0, channel.size() - MAGIC.length()));
      channel.read(last);
      boolean whole = MAGIC.equals(new String(last.array(), StandardCharsets.US_ASCII));
      if (!whole || channel.size() < SMALLEST) {
        throw new EOFException();
      }
    }
  }

  private static MessageType projection(Path file, MessageType schema, Columns columns) {
    List<String> present = schema.getFields().stream().map(Type::getName).toList();
    for (String name : columns.names()) {
      if (!present.contains(name)) {
        throw TableFileErrors.noSuchColumn(file, name, present);
      }
      Type type = schema.getType(name);
      if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
        throw TableFileErrors.nestedColumn(file, name);
      }
    }
    List<Type> wanted =
        schema.getFields().stream().filter(f -> columns.names().contains(f.getName())).toList();
    return new MessageType(schema.getName(), wanted);
  }

  private static void readGroup(
      PageReadStore pages, MessageType wanted, String writer, Map<String, ColumnBuffer> buffers) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            pages, new GroupRecordConverter(wanted).getRootConverter(), wanted, writer);
    for (ColumnDescriptor column : wanted.getColumns()) {
      ColumnReader values = store.getColumnReader(column);
      ColumnBuffer buffer = Objects.requireNonNull(buffers.get(column.getPath()[0]));
      for (long i = 0; i < pages.getRowCount(); i++) {
        if (values.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
          buffer.addMissing();
        } else if (buffer instanceof NumberBuffer numbers) {
          numbers.add(number(values, column.getPrimitiveType()));
        } else if (buffer instanceof TextBuffer texts) {
          texts.add(text(values, column.getPrimitiveType()));
        }
        values.consume();
      }
    }
  }

  private static boolean isText(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          !(type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation);
      case INT96 -> true;
      case INT32, INT64, FLOAT, DOUBLE, BOOLEAN -> false;
    };
  }

  private static double number(ColumnReader values, PrimitiveType type) {
    double scale =
        type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            ? Math.pow(10, decimal.getScale())
            : 1;
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> values.getInteger() / scale;
      case INT64 -> values.getLong() / scale;
      case FLOAT -> values.getFloat();
      case DOUBLE -> values.getDouble();
      case BOOLEAN -> values.getBoolean() ? 1 : 0;
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          new BigDecimal(new BigInteger(values.getBinary().getBytes())).doubleValue() / scale;
      case INT96 -> throw new IllegalStateException("INT96 is read as text");
    };
  }

  private static String text(ColumnReader values, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> Integer.toString(values.getInteger());
      case INT64 -> Long.toString(values.getLong());
      case FLOAT -> Float.toString(values.getFloat());
      case DOUBLE -> Double.toString(values.getDouble());
      case BOOLEAN -> Boolean.toString(values.getBoolean());
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> values.getBinary().toStringUsingUTF8();
    };
  }
}
