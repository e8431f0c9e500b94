package vn.ansinh.knowledge;

import org.jspecify.annotations.Nullable;

/// A legal document, or the action programme itself.
///
/// @param number as printed, empty where there is none
/// @param period in force from and to
/// @param replacedBy the id of the document that took its place
/// @param line where it stands in [#FILE], from 1
public record LegalDocument(
    String id,
    String kind,
    String number,
    String title,
    Period period,
    @Nullable String replacedBy,
    Grade grade,
    int line) {
  /// Path inside the knowledge directory.
  public static final String FILE = "documents.yaml";

  /// `Nghị định 335/2026/NĐ-CP`; without a number, kind and title.
  public String name() {
    return number.isEmpty() ? kind + " " + title : kind + " " + number;
  }
}
