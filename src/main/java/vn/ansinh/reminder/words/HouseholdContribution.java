package vn.ansinh.reminder.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Parameter;

/// What a household pays for its health-insurance cards: a share of the base salary for the first
/// person, less for each further one.
final class HouseholdContribution {
  private static final String BASE = "base-salary";
  private static final String RATE = "hi-rate";
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /// What the second, third, … person pays of the first one's sum; the last for all further.
  private static final List<String> PARTS =
      List.of("hi-second-person", "hi-third-person", "hi-fourth-person", "hi-fifth-person");

  private final KnowledgeBase base;

  HouseholdContribution(KnowledgeBase base) {
    this.base = base;
  }

  static List<String> parameters() {
    return Stream.concat(Stream.of(BASE, RATE), PARTS.stream()).toList();
  }

  /// For a year, in đồng, by the figures of a day; zero when they are not known.
  BigDecimal year(int people, LocalDate on) {
    BigDecimal first = amount(BASE, on).multiply(share(RATE, on)).multiply(MONTHS);
    BigDecimal all = first;
    for (int person = 2; person <= people; person++) {
      String part = PARTS.get(Math.min(person - 2, PARTS.size() - 1));
      all = all.add(first.multiply(share(part, on)));
    }
    return all;
  }

  private BigDecimal share(String percentage, LocalDate on) {
    return amount(percentage, on).movePointLeft(2);
  }

  private BigDecimal amount(String parameter, LocalDate on) {
    Parameter known = base.parameters().get(parameter);
    return known == null
        ? BigDecimal.ZERO
        : known.on(on).map(Parameter.Value::amount).orElse(BigDecimal.ZERO);
  }
}
