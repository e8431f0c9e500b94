package vn.ansinh.console.dates.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ansinh.console.Visit;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.yaml.YamlNode.Mapping;

/// The days of one payment.
///
/// @param name as people call it; the form does not change it
/// @param grade `A` announced, `B` usual, `C` not known
/// @param contact an id
public record PaymentForm(
    String name, String grade, String place, String source, String contact, TypedDays days)
    implements Form {
  static PaymentForm of(Mapping payment) {
    return new PaymentForm(
        payment.text("name"),
        payment.text("grade"),
        payment.text("place"),
        payment.text("source"),
        payment.text("contact"),
        TypedDays.of(payment.map("days")));
  }

  static PaymentForm of(Visit visit, String name) {
    return new PaymentForm(
        name,
        visit.field("grade"),
        visit.field("place"),
        visit.field("source"),
        visit.field("contact"),
        TypedDays.of(visit));
  }

  @Override
  public Mapping node(Checking checking) {
    Mapping when = isUnknown() ? Mapping.EMPTY : days.node(checking);
    if (Grade.of(grade).isEmpty()) {
      checking.add("grade", Slip.Kind.CHOICE, "");
    } else if (grade.equals("C") && !when.entries().isEmpty()) {
      checking.add("grade", Slip.Kind.DAYS_OF_UNKNOWN, "");
    } else if (!grade.equals("C") && days.isNone()) {
      checking.add("rule", Slip.Kind.NO_DAYS, "");
    }
    return Mapping.EMPTY
        .with("name", name)
        .with("place", checking.text("place", place, Checking.MOST_LETTERS))
        .with("grade", grade)
        .with("source", checking.needed("source", source, Checking.MOST_LETTERS))
        .with("contact", checking.needed("contact", contact, Checking.MOST_LETTERS))
        .with("days", when);
  }

  /// What becomes of days off is of no matter where there are no days.
  private boolean isUnknown() {
    return grade.equals("C") && days.isNone() && days.changes().isEmpty();
  }

  @Override
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(name, Line.Item.GRADE, grade));
    lines.addAll(days.lines(name));
    lines.add(new Line(name, Line.Item.PLACE, place));
    lines.add(new Line(name, Line.Item.SOURCE, source));
    lines.add(new Line(name, Line.Item.CONTACT, contact));
    return lines;
  }

  @Override
  public Set<LocalDate> known(LocalDate today) {
    return days.known(today);
  }
}
