package vn.ansinh.knowledge.impact;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;

/// A rule by which citizens are reminded, with what it goes by.
///
/// @param name as people call it
/// @param place where its days stand
/// @param parameters whose values it counts or says
/// @param documents that it names, beside those of the parameters
public record ReminderRule(
    String name, Place place, Set<String> parameters, Set<String> documents) {
  public ReminderRule {
    parameters = Set.copyOf(parameters);
    documents = Set.copyOf(documents);
  }

  /// The names through which it rests on the subject, in order; none when it does not.
  List<String> through(KnowledgeBase base, Subject subject) {
    return switch (subject) {
      case Subject.OfParameter(Parameter parameter) ->
          parameters.contains(parameter.name()) ? List.of(parameter.name()) : List.of();
      case Subject.OfDocument(LegalDocument document) ->
          Stream.concat(
                  documents.stream().filter(document.id()::equals),
                  parameters.stream().filter(name -> rests(base.parameters().get(name), document)))
              .sorted()
              .toList();
    };
  }

  private static boolean rests(@Nullable Parameter parameter, LegalDocument document) {
    return parameter != null
        && parameter.values().stream().anyMatch(value -> value.document().equals(document.id()));
  }
}
