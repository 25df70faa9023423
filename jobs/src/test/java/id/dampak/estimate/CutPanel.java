package id.dampak.estimate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A panel in memory cut into pieces by a hash of the group, as Spark would spread it, whose passes
 * and sums travel as bytes.
 */
record CutPanel(List<Panel> pieces) implements PanelPieces {

  static CutPanel of(Panel panel, String grouping, int count) {
    Column.Coded groups = Terms.coded(panel, grouping);
    List<Panel> pieces = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      int piece = p;
      pieces.add(
          panel.at(
              IntStream.range(0, panel.observations())
                  .filter(i -> (groups.codes()[i] & 0xff) * 7 % count == piece)
                  .toArray()));
    }
    return new CutPanel(pieces);
  }

  @Override
  public <S> S sum(PiecePass<S> pass) {
    S sums = pass.start();
    for (Panel piece : pieces) {
      PiecePass<S> there = sent(pass);
      S own = there.start();
      there.add(own, piece);
      pass.merge(sums, sent(own));
    }
    return sums;
  }

  /** What arrives of an object. */
  @SuppressWarnings("unchecked")
  private static <T> T sent(T object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
