package vn.ansinh.knowledge.packed;

import java.math.BigDecimal;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Period;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;

/// Legal documents, figures, and the days between which they hold.
final class PackedLaw {
  private static final Grade[] GRADES = Grade.values();

  private PackedLaw() {}

  static void pack(Parameter parameter, Packer to) {
    to.text(parameter.name());
    to.text(parameter.label());
    to.text(parameter.unit());
    to.all(parameter.values(), value -> pack(value, to));
  }

  static Parameter parameter(Unpacker from) {
    return new Parameter(from.text(), from.text(), from.text(), from.all(() -> value(from)));
  }

  private static void pack(Parameter.Value value, Packer to) {
    to.text(value.amount().toString());
    pack(value.period(), to);
    to.text(value.document());
    to.text(value.article());
    to.choice(value.grade());
    to.number(value.line());
  }

  private static Parameter.Value value(Unpacker from) {
    return new Parameter.Value(
        new BigDecimal(from.text()),
        period(from),
        from.text(),
        from.text(),
        from.choice(GRADES),
        from.number());
  }

  static void pack(LegalDocument document, Packer to) {
    to.text(document.id());
    to.text(document.kind());
    to.text(document.number());
    to.text(document.title());
    pack(document.period(), to);
    to.maybe(document.replacedBy(), to::text);
    to.choice(document.grade());
    to.number(document.line());
  }

  static LegalDocument document(Unpacker from) {
    return new LegalDocument(
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        period(from),
        from.maybe(from::text),
        from.choice(GRADES),
        from.number());
  }

  static void pack(Period period, Packer to) {
    to.maybe(period.from(), to::day);
    to.maybe(period.to(), to::day);
  }

  static Period period(Unpacker from) {
    return new Period(from.maybe(from::day), from.maybe(from::day));
  }
}
