package vn.ansinh.app.knowledge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Period;
import vn.ansinh.knowledge.impact.Dependent;
import vn.ansinh.knowledge.impact.Dependent.Link;

/// A dependent for programs: `kind`, `file`, `line`, then what its kind has; dates that are open
/// and facets that are not said are left out.
final class DependentJson {
  private DependentJson() {}

  static JsonObject of(Dependent dependent) {
    JsonObject json =
        new JsonObject()
            .put("kind", dependent.kind().name().toLowerCase(Locale.ROOT))
            .put("file", dependent.place().file())
            .put("line", dependent.place().line());
    return switch (dependent) {
      case Dependent.Passage passage -> passage(json, passage);
      case Dependent.Value(var parameter, var value) ->
          dated(
              json.put("parameter", parameter.name()).put("value", value.amount()), value.period());
      case Dependent.Basis basis -> basis(json, basis);
      case Dependent.Document(var document) ->
          dated(json.put("document", document.id()), document.period());
      case Dependent.Reminder(var rule, var through) ->
          json.put("reminder", rule.name()).put("through", new JsonArray(through));
      case Dependent.Question question -> question(json, question);
    };
  }

  private static JsonObject passage(JsonObject json, Dependent.Passage dependent) {
    JsonArray through = new JsonArray();
    dependent.links().stream()
        .filter(Link.Through.class::isInstance)
        .map(Link.Through.class::cast)
        .forEach(link -> through.add(link.parameter()));
    json.put("entitlement", dependent.entitlement().id().value())
        .put("facet", dependent.passage().facet().key())
        .put("named", dependent.links().contains(new Link.Named()))
        .put("basis", dependent.links().contains(new Link.Cited()))
        .put("through", through);
    return dated(json, dependent.passage().period());
  }

  private static JsonObject basis(JsonObject json, Dependent.Basis dependent) {
    List<String> facets = dependent.basis().facets().stream().sorted().map(Facet::key).toList();
    json.put("entitlement", dependent.entitlement().id().value())
        .put("article", dependent.basis().article())
        .put("facets", new JsonArray(facets));
    return dated(json, dependent.basis().period());
  }

  private static JsonObject question(JsonObject json, Dependent.Question dependent) {
    json.put("id", dependent.question().id()).put("question", dependent.question().question());
    json.put(
        "facets", new JsonArray(dependent.question().facets().stream().map(Facet::key).toList()));
    return json.put(
        "through", new JsonArray(dependent.through().stream().map(Object::toString).toList()));
  }

  private static JsonObject dated(JsonObject json, Period period) {
    if (period.from() != null) {
      json.put("from", period.from().toString());
    }
    if (period.to() != null) {
      json.put("to", period.to().toString());
    }
    return json;
  }
}
