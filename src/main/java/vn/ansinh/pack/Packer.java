package vn.ansinh.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes values that an [Unpacker] reads back; the bytes carry no names, so both must go through
/// them in the same order.
public final class Packer {
  private static final int ROOM = 1 << 20;

  private ByteBuffer bytes = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);

  public void number(int value) {
    room(Integer.BYTES).putInt(value);
  }

  public void number(long value) {
    room(Long.BYTES).putLong(value);
  }

  public void choice(Enum<?> value) {
    number(value.ordinal());
  }

  public void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    room(utf8.length).put(utf8);
  }

  public void day(LocalDate value) {
    number(value.toEpochDay());
  }

  /// A value that may be missing.
  public <T> void maybe(@Nullable T value, Consumer<T> pack) {
    number(value == null ? 0 : 1);
    if (value != null) {
      pack.accept(value);
    }
  }

  public <T> void all(Collection<T> values, Consumer<T> pack) {
    number(values.size());
    values.forEach(pack);
  }

  /// A map's entries in its order.
  public <K, V> void all(Map<K, V> values, BiConsumer<K, V> pack) {
    number(values.size());
    values.forEach(pack);
  }

  public void numbers(int[] values) {
    number(values.length);
    ByteBuffer into = room(values.length * Integer.BYTES);
    into.asIntBuffer().put(values);
    into.position(into.position() + values.length * Integer.BYTES);
  }

  public void numbers(long[] values) {
    number(values.length);
    ByteBuffer into = room(values.length * Long.BYTES);
    into.asLongBuffer().put(values);
    into.position(into.position() + values.length * Long.BYTES);
  }

  public void numbers(float[] values) {
    number(values.length);
    ByteBuffer into = room(values.length * Float.BYTES);
    into.asFloatBuffer().put(values);
    into.position(into.position() + values.length * Float.BYTES);
  }

  public void numbers(double[] values) {
    number(values.length);
    ByteBuffer into = room(values.length * Double.BYTES);
    into.asDoubleBuffer().put(values);
    into.position(into.position() + values.length * Double.BYTES);
  }

  /// Short arrays, many of them.
  public void many(List<int[]> values) {
    numbers(values.stream().mapToInt(each -> each.length).toArray());
    numbers(values.stream().flatMapToInt(Arrays::stream).toArray());
  }

  /// Leaves all that was packed in a file.
  public void write(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer left = bytes.duplicate().flip(); left.hasRemaining(); ) {
        channel.write(left);
      }
    }
  }

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      int size = Math.max(2 * bytes.capacity(), bytes.position() + length);
      bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
    return bytes;
  }
}
