package vn.ansinh.knowledge.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.knowledge.Entitlement.Passage;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Period;
import vn.ansinh.knowledge.Reference;
import vn.ansinh.knowledge.Reference.Operand;

/// A parameter as a passage names it.
///
/// @param previous whether the value before the one of the day is meant
record Use(String parameter, boolean previous) {
  /// Each once, in the order of the text.
  static List<Use> in(Passage passage) {
    return passage.template().gaps().stream().flatMap(Use::in).distinct().toList();
  }

  private static Stream<Use> in(Reference reference) {
    return switch (reference) {
      case Reference.Figure figure ->
          Stream.concat(
                  Stream.of(figure.first()), figure.steps().stream().map(Reference.Step::operand))
              .flatMap(Use::in);
      case Reference.Since since -> Stream.of(new Use(since.parameter(), false));
      case Reference.Contact _, Reference.Document _, Reference.Typed _, Reference.Malformed _ ->
          Stream.empty();
    };
  }

  private static Stream<Use> in(Operand operand) {
    return operand instanceof Operand.Named named
        ? Stream.of(new Use(named.name(), named.previous()))
        : Stream.empty();
  }

  /// The values it says on the days between these dates.
  List<Parameter.Value> values(Parameter parameter, Period shown) {
    List<Parameter.Value> said = new ArrayList<>();
    List<Parameter.Value> all = parameter.values();
    for (int i = 0; i < all.size(); i++) {
      Period own = all.get(i).period();
      LocalDate end = own.to();
      if (!previous && own.overlaps(shown)) {
        said.add(all.get(i));
      } else if (previous && end != null) {
        LocalDate next = i + 1 < all.size() ? all.get(i + 1).period().to() : null;
        if (new Period(end.plusDays(1), next).overlaps(shown)) {
          said.add(all.get(i));
        }
      }
    }
    return said;
  }
}
