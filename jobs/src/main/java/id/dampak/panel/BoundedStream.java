package id.dampak.panel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A stream that refuses to give more than so many bytes. */
final class BoundedStream extends FilterInputStream {
  private final long most;
  private long read;

  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int found = in.read(bytes, from, length);
    count(Math.max(0, found));
    return found;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = in.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false; // or bytes would be counted twice
  }

  private void count(long bytes) throws IOException {
    read += bytes;
    if (read > most) {
      throw new ZipException("they expand to more than %,d bytes".formatted(most));
    }
  }
}
