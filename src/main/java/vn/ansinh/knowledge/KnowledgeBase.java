package vn.ansinh.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;

/// The whole knowledge base at one moment, complete and checked: every reference inside it
/// resolves.
///
/// @param entitlements by id, in the order of ids
/// @param parameters by name
/// @param documents by id
/// @param contacts by id
/// @param areas in the order in which they are shown
/// @param circles to which citizens can say that they belong
public record KnowledgeBase(
    SortedMap<EntitlementId, Entitlement> entitlements,
    Map<String, Parameter> parameters,
    Map<String, LegalDocument> documents,
    Map<String, Contact> contacts,
    List<Area> areas,
    Circles circles,
    Phrases phrases,
    Lexicon lexicon) {
  /// Stands for a figure on a day for which the files hold none.
  private static final String NOTHING_KNOWN = "(chưa có số liệu cho ngày này)";

  /// A topic that a citizen can browse.
  public record Area(String id, String label) {}

  /// Where citizens live and what they have in common, in the order in which they are shown.
  public record Circles(List<Area> neighbourhoods, List<Area> groups) {
    public static final Circles NONE = new Circles(List.of(), List.of());

    public Circles {
      neighbourhoods = List.copyOf(neighbourhoods);
      groups = List.copyOf(groups);
    }
  }

  /// Someone who knows: a desk or a hotline.
  ///
  /// @param phone empty when unknown; never invented
  public record Contact(String id, String name, String phone, String hours) {
    /// `tổng đài bảo hiểm xã hội 1900 9068`.
    public String nameAndPhone() {
      return phone.isEmpty() ? name : name + " " + phone;
    }
  }

  /// The same with the messengers named in what it says, see [Phrases#naming].
  public KnowledgeBase naming(List<String> messengers) {
    return new KnowledgeBase(
        entitlements,
        parameters,
        documents,
        contacts,
        areas,
        circles,
        phrases.naming(messengers),
        lexicon);
  }

  public Optional<Entitlement> find(EntitlementId id) {
    return Optional.ofNullable(entitlements.get(id));
  }

  public Collection<Entitlement> all() {
    return entitlements.values();
  }

  public List<Entitlement> inArea(String area) {
    return all().stream().filter(entitlement -> entitlement.area().equals(area)).toList();
  }

  /// One facet's text on a day, every reference resolved; empty when it says nothing on that day.
  public Optional<RichText> text(Entitlement entitlement, Facet facet, LocalDate on) {
    return entitlement
        .passage(facet, on)
        .map(
            passage ->
                passage
                    .template()
                    .fill(reference -> reference.words(this, on).orElse(NOTHING_KNOWN)));
  }

  /// Whether one facet says something on a day, and every figure in it is known for that day.
  public boolean isKnown(Entitlement entitlement, Facet facet, LocalDate on) {
    return entitlement
        .passage(facet, on)
        .filter(
            passage ->
                passage.template().gaps().stream()
                    .allMatch(reference -> reference.words(this, on).isPresent()))
        .isPresent();
  }

  /// What one facet's text rests on, on a day: the entitlement's own basis for this facet, then the
  /// documents of the parameters its text names; each document and article once, at least one.
  public List<Source> sources(Entitlement entitlement, Facet facet, LocalDate on) {
    return Source.of(this, entitlement, facet, on);
  }
}
