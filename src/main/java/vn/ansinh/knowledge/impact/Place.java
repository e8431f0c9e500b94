package vn.ansinh.knowledge.impact;

/// A place in the knowledge directory, printed as an editor opens it: `documents.yaml:7`.
///
/// @param file path inside the knowledge directory
/// @param line from 1; 0 when the file as a whole is meant
public record Place(String file, int line) {
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
