package vn.ansinh.app.explain;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement.Ages;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.explain.Explained.Candidate;
import vn.ansinh.search.explain.Explained.Part;
import vn.ansinh.search.explain.Explained.Read;
import vn.ansinh.search.explain.Explained.Term;
import vn.ansinh.search.explain.Explained.Text;
import vn.ansinh.search.explain.Explained.Verdict;
import vn.ansinh.search.explain.Explained.Why;
import vn.ansinh.search.explain.Explained.Word;

/// An explanation for programs, shaped like [Explained]; kinds are lower case.
public final class ExplanationJson {
  private ExplanationJson() {}

  public static JsonObject of(Explained explained) {
    return new JsonObject()
        .put("read", read(explained.read()))
        .put("candidates", all(explained.candidates(), ExplanationJson::candidate))
        .put("verdict", verdict(explained.verdict()));
  }

  private static JsonObject read(Read read) {
    return new JsonObject()
        .put("nfd", read.isApart())
        .put("words", all(read.words(), ExplanationJson::word))
        .put("facet", read.facet().key())
        .put("facetNamed", read.isFacetNamed())
        .put("bare", read.isBare())
        .put(
            "sides",
            all(
                read.sides(),
                side ->
                    new JsonObject().put("phrase", side.phrase()).put("facet", side.facet().key())))
        .put(
            "meanings",
            all(
                read.meanings(),
                each -> new JsonObject().put("said", each.said()).put("written", each.written())))
        .put(
            "names",
            all(
                read.names(),
                name ->
                    new JsonObject()
                        .put("said", name.said())
                        .put("entitlements", all(name.entries(), Object::toString))))
        .put("ages", all(read.ages(), age -> age));
  }

  private static JsonObject word(Word word) {
    return new JsonObject()
        .put("typed", word.typed())
        .put("read", word.read())
        .put("steps", all(word.steps(), ExplanationJson::key))
        .put("role", key(word.role()))
        .put("known", word.isKnown())
        .put("weight", round(word.weight()));
  }

  private static JsonObject candidate(Candidate candidate) {
    Why why = candidate.why();
    return new JsonObject()
        .put("entitlement", candidate.entry().value())
        .put("score", round(candidate.score()))
        .put("rank", round(candidate.rank()))
        .put("parts", all(candidate.parts(), ExplanationJson::part))
        .put("why", why == null ? null : why(why));
  }

  private static JsonObject why(Why why) {
    return new JsonObject()
        .put("text", text(why.text()))
        .put("textScore", round(why.textScore()))
        .put("textTerms", all(why.textTerms(), ExplanationJson::term))
        .put("wholeTerms", all(why.wholeTerms(), ExplanationJson::term))
        .put("tellingTerms", all(why.tellingTerms(), ExplanationJson::term))
        .put("alike", text(why.alike()))
        .put("named", why.named())
        .put("ages", all(why.ages(), ExplanationJson::ages));
  }

  private static @Nullable JsonObject text(@Nullable Text text) {
    return text == null
        ? null
        : new JsonObject().put("kind", key(text.kind())).put("words", text.words());
  }

  private static JsonObject term(Term term) {
    return new JsonObject()
        .put("field", term.field())
        .put("term", term.term())
        .put("score", round(term.score()))
        .put("in", all(term.in(), ExplanationJson::key));
  }

  private static JsonObject part(Part part) {
    return new JsonObject()
        .put("kind", key(part.kind()))
        .put("value", round(part.value()))
        .put("factor", part.factor())
        .put("amount", round(part.amount()));
  }

  private static JsonObject verdict(Verdict verdict) {
    return new JsonObject()
        .put("chance", round(verdict.chance()))
        .put("parts", all(verdict.parts(), ExplanationJson::part))
        .put("certainty", verdict.certainty())
        .put("answer", verdict.answer())
        .put("near", round(verdict.near()))
        .put("competing", verdict.competing());
  }

  private static JsonObject ages(Ages ages) {
    JsonObject json = new JsonObject().put("from", ages.from());
    return ages.to() == Integer.MAX_VALUE ? json : json.put("to", ages.to());
  }

  private static <T> JsonArray all(List<T> list, Function<T, Object> json) {
    JsonArray array = new JsonArray();
    list.forEach(each -> array.add(json.apply(each)));
    return array;
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static double round(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
