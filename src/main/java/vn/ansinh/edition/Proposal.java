package vn.ansinh.edition;

import java.time.Instant;
import java.util.List;
import vn.ansinh.officer.OfficerId;

/// A calendar as it would be, waiting for a second officer.
///
/// @param revision another one with every save
/// @param body the whole text, in the form of the file
/// @param authors everybody who has edited it
/// @param names of the authors
public record Proposal(
    DatesFile file,
    long revision,
    String body,
    List<OfficerId> authors,
    List<String> names,
    Instant editedAt) {
  public Proposal {
    authors = List.copyOf(authors);
    names = List.copyOf(names);
  }

  public boolean isBy(OfficerId officer) {
    return authors.contains(officer);
  }
}
