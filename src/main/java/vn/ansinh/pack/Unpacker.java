package vn.ansinh.pack;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what a [Packer] wrote, in the same order; bytes that end too early throw.
public final class Unpacker {
  private final ByteBuffer bytes;

  private Unpacker(ByteBuffer packed) {
    bytes = packed.order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads a file, of which nothing stays in memory but what is made of it.
  public static <T> T unpack(Path file, Function<Unpacker, T> unpack) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return unpack.apply(new Unpacker(mapped.asByteBuffer()));
    }
  }

  public int number() {
    return bytes.getInt();
  }

  /// @param choices all of the enumeration, in its order
  public <E extends Enum<E>> E choice(E[] choices) {
    return choices[number()];
  }

  public String text() {
    byte[] text = new byte[number()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  public LocalDate day() {
    return LocalDate.ofEpochDay(bytes.getLong());
  }

  public <T> @Nullable T maybe(Supplier<T> unpack) {
    return number() == 1 ? unpack.get() : null;
  }

  public <T> List<T> all(Supplier<T> unpack) {
    int size = number();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(unpack.get());
    }
    return values;
  }

  /// A map in the order in which it was packed.
  public <K, V> Map<K, V> map(Supplier<K> key, Supplier<V> value) {
    int size = number();
    Map<K, V> values = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      values.put(key.get(), value.get());
    }
    return values;
  }

  /// Values that are found by something in them, in the order in which they were packed.
  public <K, V> Map<K, V> byKey(Supplier<V> unpack, Function<V, K> key) {
    int size = number();
    Map<K, V> values = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      V value = unpack.get();
      values.put(key.apply(value), value);
    }
    return values;
  }

  public int[] ints() {
    int[] values = new int[number()];
    bytes.asIntBuffer().get(values);
    bytes.position(bytes.position() + values.length * Integer.BYTES);
    return values;
  }

  /// Short arrays that stand behind one another.
  public List<int[]> many() {
    int[] lengths = ints();
    int together = number();
    IntBuffer all = bytes.asIntBuffer();
    List<int[]> values = new ArrayList<>(lengths.length);
    for (int length : lengths) {
      int[] value = new int[length];
      all.get(value);
      values.add(value);
    }
    bytes.position(bytes.position() + together * Integer.BYTES);
    return values;
  }

  public long[] longs() {
    long[] values = new long[number()];
    bytes.asLongBuffer().get(values);
    bytes.position(bytes.position() + values.length * Long.BYTES);
    return values;
  }

  public float[] floats() {
    float[] values = new float[number()];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + values.length * Float.BYTES);
    return values;
  }

  public double[] doubles() {
    double[] values = new double[number()];
    bytes.asDoubleBuffer().get(values);
    bytes.position(bytes.position() + values.length * Double.BYTES);
    return values;
  }
}
