package vn.ansinh.knowledge.file;

/// Something wrong in a file that people write.
///
/// @param file its path; of a knowledge file the path inside the knowledge directory
/// @param line from 1; 0 when the file as a whole is meant
/// @param problem what is wrong, in Vietnamese, one sentence
/// @param cure what to do, in Vietnamese, one sentence
public record Fault(String file, int line, String problem, String cure) {
  /// One line: file, line, what is wrong, what to do.
  @Override
  public String toString() {
    return "%s:%d: %s %s".formatted(file, line, problem, cure);
  }
}
