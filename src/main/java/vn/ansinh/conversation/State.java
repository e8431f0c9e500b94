package vn.ansinh.conversation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.delivery.Choice;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// What the dialogue remembers of one chat.
///
/// @param subject the entitlement last spoken of; after a clarifying question the likeliest offered
/// @param facet the side it was spoken of from
/// @param subjectAt when it was spoken of
/// @param offered the choices of the last reply, so that they can be answered by number or words
/// @param clarified whether the last reply was a clarifying question: never two in a row
/// @param windowAt when the current counting window of messages began
/// @param inWindow messages received in that window
/// @param form that is being filled in; null when there is none
public record State(
    @Nullable EntitlementId subject,
    Facet facet,
    @Nullable Instant subjectAt,
    List<Choice> offered,
    boolean clarified,
    Instant windowAt,
    int inWindow,
    @Nullable Form form) {
  public static final State NEW =
      new State(null, Facet.OVERVIEW, null, List.of(), false, Instant.EPOCH, 0, null);

  /// How long a follow-up keeps its subject.
  private static final Duration MEMORY = Duration.ofMinutes(30);

  public State {
    offered = List.copyOf(offered);
  }

  Optional<EntitlementId> subject(Instant now) {
    return subjectAt != null && now.isBefore(subjectAt.plus(MEMORY))
        ? Optional.ofNullable(subject)
        : Optional.empty();
  }

  /// The offered choice that a text names by its number or its words. A number that is typed into a
  /// form is no button's, but for who has no buttons.
  ///
  /// @param taps whether the choices are tapped
  Optional<Choice> chosen(Question question, boolean taps) {
    if (question.fault() != null) {
      return Optional.empty();
    }
    return form == null || clarified || !taps
        ? question.choice(offered, clarified)
        : question.named(offered);
  }

  /// The same after a message that came unasked and offered something.
  public State told(List<Choice> choices) {
    return offering(choices, false);
  }

  State spokenOf(EntitlementId subject, Facet facet, Instant now) {
    return new State(subject, facet, now, List.of(), false, windowAt, inWindow, form);
  }

  State offering(List<Choice> choices, boolean clarifying) {
    return new State(subject, facet, subjectAt, choices, clarifying, windowAt, inWindow, form);
  }

  State filling(@Nullable Form next) {
    return new State(subject, facet, subjectAt, offered, clarified, windowAt, inWindow, next);
  }

  /// The form under way; empty when it was left alone too long.
  Optional<Form> form(Instant now) {
    return form == null || form.isOver(now) ? Optional.empty() : Optional.of(form);
  }

  /// Nothing is remembered but how much is being sent.
  State forgotten() {
    return new State(null, Facet.OVERVIEW, null, List.of(), false, windowAt, inWindow, null);
  }

  /// Counts one more message; a window older than `length` is over, and so is an old form.
  State counting(Instant now, Duration length) {
    boolean over = !now.isBefore(windowAt.plus(length));
    return new State(
        subject,
        facet,
        subjectAt,
        offered,
        clarified,
        over ? now : windowAt,
        over ? 1 : inWindow + 1,
        form(now).orElse(null));
  }

  public JsonObject toJson() {
    JsonArray choices = new JsonArray();
    offered.forEach(choice -> choices.add(new JsonArray().add(choice.label()).add(choice.data())));
    JsonObject json =
        new JsonObject()
            .put("offered", choices)
            .put("clarified", clarified)
            .put("windowAt", windowAt.toEpochMilli())
            .put("inWindow", inWindow);
    if (subject != null && subjectAt != null) {
      json.put("subject", subject.value())
          .put("facet", facet.key())
          .put("subjectAt", subjectAt.toEpochMilli());
    }
    if (form != null) {
      json.put("form", form.toJson());
    }
    return json;
  }

  public static State ofJson(JsonObject json) {
    String subject = json.getString("subject");
    return new State(
        subject == null ? null : new EntitlementId(subject),
        Facet.ofKey(json.getString("facet", "")).orElse(Facet.OVERVIEW),
        subject == null ? null : Instant.ofEpochMilli(json.getLong("subjectAt", 0L)),
        json.getJsonArray("offered", new JsonArray()).stream()
            .map(JsonArray.class::cast)
            .map(choice -> new Choice(choice.getString(0), choice.getString(1)))
            .toList(),
        json.getBoolean("clarified", false),
        Instant.ofEpochMilli(json.getLong("windowAt", 0L)),
        json.getInteger("inWindow", 0),
        Form.ofJson(json.getJsonObject("form")));
  }
}
