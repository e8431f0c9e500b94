package vn.ansinh.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A citation under an answer.
///
/// @param document its printed name
/// @param article empty when the whole document is meant
/// @param period since when (and until when) the cited rule or figure holds
public record Source(String document, String article, Period period) {
  private static final String PROGRAMME = "programme";

  /// See [KnowledgeBase#sources].
  static List<Source> of(KnowledgeBase base, Entitlement entitlement, Facet facet, LocalDate on) {
    List<Source> sources = new ArrayList<>();
    for (Entitlement.Basis basis : entitlement.basis()) {
      if (basis.carries(facet) && holds(base, basis, on)) {
        add(sources, base, basis);
      }
    }
    entitlement
        .passage(facet, on)
        .ifPresent(
            passage ->
                passage.template().gaps().stream()
                    .flatMap(reference -> reference.parameters().stream())
                    .distinct()
                    .forEach(name -> add(sources, base, name, on)));
    if (sources.isEmpty()) {
      entitlement.basis().forEach(basis -> add(sources, base, basis));
    }
    LegalDocument programme = base.documents().get(PROGRAMME);
    if (sources.isEmpty() && programme != null) {
      sources.add(new Source(programme.name(), "", programme.period()));
    }
    return List.copyOf(sources);
  }

  private static boolean holds(KnowledgeBase base, Entitlement.Basis basis, LocalDate on) {
    LegalDocument document = base.documents().get(basis.document());
    boolean own = !basis.period().equals(Period.ALWAYS);
    return basis.period().contains(on)
        && document != null
        && (own || document.period().contains(on));
  }

  private static void add(List<Source> sources, KnowledgeBase base, Entitlement.Basis basis) {
    LegalDocument document = base.documents().get(basis.document());
    if (document != null && find(sources, document.name(), basis.article()).isEmpty()) {
      Period period = basis.period().equals(Period.ALWAYS) ? document.period() : basis.period();
      sources.add(new Source(document.name(), basis.article(), period));
    }
  }

  /// A figure's own dates say more than those of the document that fixes it.
  private static void add(List<Source> sources, KnowledgeBase base, String name, LocalDate on) {
    Optional<Parameter.Value> value =
        Optional.ofNullable(base.parameters().get(name)).flatMap(parameter -> parameter.on(on));
    LegalDocument document = value.map(held -> base.documents().get(held.document())).orElse(null);
    if (value.isEmpty() || document == null) {
      return;
    }
    Period own = value.get().period();
    String article = value.get().article();
    Source source =
        new Source(document.name(), article, own.equals(Period.ALWAYS) ? document.period() : own);
    Optional<Source> before = find(sources, document.name(), article);
    if (before.isEmpty()) {
      sources.add(source);
    } else if (!own.equals(Period.ALWAYS) && isOfDocument(before.get(), document)) {
      sources.set(sources.indexOf(before.get()), source);
    }
  }

  private static boolean isOfDocument(Source source, LegalDocument document) {
    return source.period().equals(document.period());
  }

  private static Optional<Source> find(List<Source> sources, String document, String article) {
    return sources.stream()
        .filter(source -> source.document.equals(document) && source.article.equals(article))
        .findFirst();
  }
}
