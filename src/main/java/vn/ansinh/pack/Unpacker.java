package vn.ansinh.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what a [Packer] wrote, in the same order; bytes that end too early throw.
public final class Unpacker {
  private final ByteBuffer bytes;

  private Unpacker(byte[] packed) {
    bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads the whole file at once.
  public static Unpacker of(Path file) throws IOException {
    return new Unpacker(Files.readAllBytes(file));
  }

  public int number() {
    return bytes.getInt();
  }

  /// @param choices all of the enumeration, in its order
  public <E extends Enum<E>> E choice(E[] choices) {
    return choices[number()];
  }

  public String text() {
    int length = number();
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
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

  /// Short arrays, read at once and cut.
  public List<int[]> many() {
    int[] lengths = ints();
    int[] all = ints();
    List<int[]> values = new ArrayList<>(lengths.length);
    int at = 0;
    for (int length : lengths) {
      values.add(Arrays.copyOfRange(all, at, at + length));
      at += length;
    }
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
