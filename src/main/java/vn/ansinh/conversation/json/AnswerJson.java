package vn.ansinh.conversation.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Turn;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Source;
import vn.ansinh.search.Finding;

/// A turn as the object that `ask --json` prints and `POST /api/ask` answers.
public final class AnswerJson {
  private AnswerJson() {}

  /// `{"id","question","on","finding","results":[{"entitlement","facet","score"}],"answer",
  /// "sources":[{"document","article","from","to"}]}`; dates are ISO, null when open.
  public static JsonObject of(@Nullable String id, String question, LocalDate on, Turn turn) {
    Message reply = turn.reply();
    return new JsonObject()
        .put("id", id)
        .put("question", question)
        .put("on", on.toString())
        .put("finding", name(turn.finding()))
        .put("results", results(turn.finding()))
        .put("answer", reply == null ? "" : reply.text().plain())
        .put("sources", sources(turn));
  }

  private static String name(@Nullable Finding finding) {
    return switch (finding) {
      case null -> "nothing";
      case Finding.Confident _ -> "confident";
      case Finding.Ambiguous _ -> "ambiguous";
      case Finding.Nothing _ -> "nothing";
    };
  }

  private static JsonArray results(@Nullable Finding finding) {
    JsonArray results = new JsonArray();
    if (finding != null) {
      Facet facet = finding.asked().facet();
      finding.results().stream()
          .limit(10)
          .forEach(
              hit ->
                  results.add(
                      new JsonObject()
                          .put("entitlement", hit.entitlement().value())
                          .put("facet", facet.key())
                          .put("score", Math.round(hit.score() * 10_000) / 10_000.0)));
    }
    return results;
  }

  private static JsonArray sources(Turn turn) {
    JsonArray sources = new JsonArray();
    for (Source source : turn.sources()) {
      sources.add(
          new JsonObject()
              .put("document", source.document())
              .put("article", source.article())
              .put("from", iso(source.period().from()))
              .put("to", iso(source.period().to())));
    }
    return sources;
  }

  private static @Nullable String iso(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
