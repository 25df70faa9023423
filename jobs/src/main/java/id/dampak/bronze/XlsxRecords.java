package id.dampak.bronze;

import id.dampak.error.ContainerErrors;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of one sheet of an XLSX workbook, read as a stream: every cell as the text that a CSV
 * export would have, dates in ISO form because their cells say that they are dates. Memory is that
 * of one row and of the texts that the cells share. Empty rows are left out, as in CSV.
 */
final class XlsxRecords implements Records {
  private final SourceFile file;
  private final Workbook book;
  private final SheetRows rows;
  private final long mostCharacters;
  private Optional<List<String>> ahead;
  private long characters;

  private XlsxRecords(SourceFile file, Workbook book, Optional<String> sheet) {
    this.file = file;
    this.book = book;
    this.mostCharacters = mostCharacters();
    this.rows =
        new SheetRows(
            book.elements(book.sheet(sheet)), book.sharedTexts(), book.styles(), book.calendar());
    this.ahead = rows.next();
  }

  /**
   * Opens a workbook; close the result.
   *
   * @param sheet name of the sheet; without one, the first that is not hidden
   */
  static XlsxRecords of(SourceFile file, Optional<String> sheet) {
    Workbook book = Workbook.open(file);
    try {
      return new XlsxRecords(file, book, sheet);
    } catch (RuntimeException e) {
      book.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public List<String> next() {
    List<String> row = ahead.orElseThrow(NoSuchElementException::new);
    // A workbook has a long text once, and the lake would have it in every row that refers to it.
    characters += row.stream().mapToLong(String::length).sum();
    if (characters > mostCharacters) {
      throw ContainerErrors.landsTooFar(file.input(), file.place(), size(), mostCharacters);
    }
    ahead = rows.next();
    return row;
  }

  @Override
  public List<String> filled(List<String> cells, int width) {
    if (cells.size() >= width) {
      return cells;
    }
    List<String> filled = new ArrayList<>(cells);
    filled.addAll(Collections.nCopies(width - cells.size(), ""));
    return filled;
  }

  private long mostCharacters() {
    try {
      return Compressed.mostExpanded(Path.of(file.path()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private long size() {
    try {
      return Files.size(Path.of(file.path()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private DampakException unreadable(IOException e) {
    return Compressed.unreadable(file.input(), file.place(), e);
  }

  @Override
  public void close() {
    try (book) {
      rows.close();
    }
  }
}
