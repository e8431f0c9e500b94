package vn.ansinh.edition;

import java.time.Instant;
import java.util.List;

/// A calendar as it was published.
///
/// @param version counted from 1 for each file
/// @param body the whole text, in the form of the file
/// @param authors their names
/// @param publisher the name of who let it go out
public record Edition(
    DatesFile file,
    int version,
    String body,
    List<String> authors,
    String publisher,
    Instant publishedAt) {
  public Edition {
    authors = List.copyOf(authors);
  }
}
