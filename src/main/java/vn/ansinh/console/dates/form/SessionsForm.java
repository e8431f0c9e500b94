package vn.ansinh.console.dates.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.console.Visit;
import vn.ansinh.yaml.YamlNode.Mapping;

/// The sessions of the health station.
public record SessionsForm(String place, String source, TypedDays days) implements Form {
  static SessionsForm of(Mapping file) {
    return new SessionsForm(
        file.text("place"), file.text("source"), TypedDays.of(file.map("days")));
  }

  static SessionsForm of(Visit visit) {
    return new SessionsForm(visit.field("place"), visit.field("source"), TypedDays.of(visit));
  }

  @Override
  public Mapping node(Checking checking) {
    String from =
        days.isNone()
            ? checking.text("source", source, Checking.MOST_LETTERS)
            : checking.needed("source", source, Checking.MOST_LETTERS);
    return Mapping.EMPTY
        .with("place", checking.text("place", place, Checking.MOST_LETTERS))
        .with("source", from)
        .with("days", days.node(checking));
  }

  @Override
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>(days.lines(""));
    lines.add(new Line("", Line.Item.PLACE, place));
    lines.add(new Line("", Line.Item.SOURCE, source));
    return lines;
  }

  @Override
  public Set<LocalDate> known(LocalDate today) {
    return days.known(today);
  }
}
