package vn.ansinh.search.collection;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.knowledge.file.Fault;

/// Reads a file line by line and collects what is wrong with it.
abstract sealed class Lines permits TextLines, QuestionLines {
  private final String file;
  private final List<Fault> faults = new ArrayList<>();

  Lines(String file) {
    this.file = file;
  }

  /// Takes one line that is not blank.
  abstract void take(int number, String line);

  /// Whether anything was taken.
  abstract boolean isEmpty();

  final void read(Path path) throws IOException {
    // Bytes as characters: a line that is no UTF-8 can then be named.
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String bytes = reader.readLine(); bytes != null; bytes = reader.readLine()) {
        decoded(++number, bytes);
      }
    }
    if (faults.isEmpty() && isEmpty()) {
      fault(0, "Tệp không có dòng nào để dùng.", "Xem --help để biết tệp phải có gì.");
    }
  }

  final List<Fault> faults() {
    return faults;
  }

  final void fault(int line, String problem, String cure) {
    faults.add(new Fault(file, line, problem, cure));
  }

  private void decoded(int number, String bytes) {
    try {
      String line =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
              .toString();
      String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!text.isBlank()) {
        take(number, text);
      }
    } catch (CharacterCodingException e) {
      fault(number, "Dòng này không phải chữ mã UTF-8.", "Lưu lại tệp theo bảng mã UTF-8.");
    }
  }
}
