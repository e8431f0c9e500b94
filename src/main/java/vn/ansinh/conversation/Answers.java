package vn.ansinh.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Source;
import vn.ansinh.text.Block;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;
import vn.ansinh.text.Vietnamese;

/// Writes the answer for the person: the side asked for first, then what else they need, then the
/// law.
final class Answers {
  private static final int MOST_SOURCES = 3;
  private static final int MOST_RELATED = 3;

  private final KnowledgeBase base;
  private final Menu menu;

  /// Today's answers as they were first written: most people ask about the law of today.
  private volatile Day day = new Day(LocalDate.MIN, new ConcurrentHashMap<>());

  private record Day(LocalDate date, Map<Side, Answer> written) {}

  private record Side(EntitlementId entitlement, Facets facets) {}

  /// The side asked about, and the one asked about in the same breath.
  private record Facets(Facet asked, Optional<Facet> beside) {}

  Answers(KnowledgeBase base, Menu menu) {
    this.base = base;
    this.menu = menu;
  }

  /// @param message text and buttons
  /// @param sources what it cites
  record Answer(Message message, List<Source> sources) {}

  /// @param today when another day's law is asked for, the answer says so
  Answer of(Entitlement entitlement, Facet asked, LocalDate on, LocalDate today) {
    return of(entitlement, new Facets(asked, Optional.empty()), on, today);
  }

  /// Two sides of one entry, in the order asked.
  Answer of(Entitlement entitlement, Facet asked, Facet beside, LocalDate on, LocalDate today) {
    return of(entitlement, new Facets(asked, Optional.of(beside)), on, today);
  }

  /// Two answers in one message; its buttons go on from the second.
  static Answer joined(Answer first, Answer second) {
    RichText text = RichText.join(List.of(first.message.text(), second.message.text()));
    List<Source> sources =
        Stream.concat(first.sources.stream(), second.sources.stream()).distinct().toList();
    return new Answer(
        new Message(text, second.message.choices(), second.message.reactions()), sources);
  }

  private Answer of(Entitlement entitlement, Facets facets, LocalDate on, LocalDate today) {
    Facet asked = facets.asked;
    if (!on.equals(today)) {
      boolean isKnown =
          base.isKnown(entitlement, asked, on) || base.isKnown(entitlement, Facet.OVERVIEW, on);
      return write(
          entitlement,
          facets,
          isKnown ? on : today,
          phrase(since(entitlement, asked, on, today, isKnown), "date", Vietnamese.date(on)));
    }
    Day current = day;
    if (!current.date.equals(today)) {
      current = new Day(today, new ConcurrentHashMap<>());
      day = current;
    }
    return current.written.computeIfAbsent(
        new Side(entitlement.id(), facets), _ -> write(entitlement, facets, today, RichText.EMPTY));
  }

  /// What is said of the law of another day: whether it is known, and whether it still holds.
  private Phrase since(
      Entitlement entitlement, Facet asked, LocalDate on, LocalDate today, boolean isKnown) {
    if (!isKnown) {
      return Phrase.LAW_UNKNOWN_THEN;
    }
    if (on.isAfter(today)) {
      return Phrase.LAW_OF_ANOTHER_DAY;
    }
    Facet shown = base.isKnown(entitlement, asked, on) ? asked : Facet.OVERVIEW;
    return base.text(entitlement, shown, on).equals(base.text(entitlement, shown, today))
        ? Phrase.LAW_SAME_SINCE
        : Phrase.LAW_CHANGED_SINCE;
  }

  /// @param lead said under the title; empty for the law of today
  private Answer write(Entitlement entitlement, Facets facets, LocalDate on, RichText lead) {
    Facet asked = facets.asked;
    Optional<Facet> beside = facets.beside.filter(side -> base.isKnown(entitlement, side, on));
    List<RichText> parts = new ArrayList<>();
    parts.add(
        new RichText(List.of(new Block.Paragraph(List.of(new Span.Bold(entitlement.title()))))));
    parts.add(lead);
    Optional<RichText> told =
        base.isKnown(entitlement, asked, on) ? base.text(entitlement, asked, on) : Optional.empty();
    Facet facet = told.isPresent() ? asked : Facet.OVERVIEW;
    if (told.isEmpty()) {
      parts.add(phrase(Phrase.FACET_MISSING, "contact", contact(entitlement)));
    }
    parts.add(told.or(() -> base.text(entitlement, facet, on)).orElse(RichText.EMPTY));
    beside
        .flatMap(side -> base.text(entitlement, side, on))
        .or(
            () ->
                companion(facet)
                    .flatMap(side -> base.text(entitlement, side, on))
                    .map(RichText::first))
        .ifPresent(parts::add);
    if (uncertain(entitlement, facet, on)) {
      parts.add(phrase(Phrase.TO_CONFIRM, "contact", contact(entitlement)));
    }
    List<Source> sources =
        Stream.concat(Stream.of(facet), beside.stream())
            .flatMap(side -> base.sources(entitlement, side, on).stream())
            .distinct()
            .limit(MOST_SOURCES)
            .toList();
    parts.add(cited(sources));
    Message message =
        new Message(
            RichText.join(parts),
            choices(entitlement, facet, beside, on),
            menu.reactions(entitlement.id(), asked));
    return new Answer(message, sources);
  }

  /// What people need beside the side they asked for: whoever hears an amount wants to know whether
  /// it is theirs.
  private static Optional<Facet> companion(Facet facet) {
    return switch (facet) {
      case OVERVIEW -> Optional.of(Facet.WHERE);
      case AMOUNT -> Optional.of(Facet.WHO);
      case WHO -> Optional.of(Facet.AMOUNT);
      case DOCUMENTS -> Optional.of(Facet.WHERE);
      case WHERE -> Optional.of(Facet.DOCUMENTS);
      case DEADLINE -> Optional.of(Facet.WHERE);
      case PAYMENT, LEGAL, CHANGED -> Optional.empty();
    };
  }

  private static boolean uncertain(Entitlement entitlement, Facet facet, LocalDate on) {
    return entitlement
            .passage(facet, on)
            .map(Entitlement.Passage::grade)
            .orElse(entitlement.grade())
        == Grade.C;
  }

  /// Who else can be asked.
  String contact(Entitlement entitlement) {
    KnowledgeBase.Contact contact = base.contacts().get(entitlement.contact());
    return contact == null ? "" : contact.nameAndPhone();
  }

  private RichText cited(List<Source> sources) {
    String words = sources.stream().map(this::citation).collect(Collectors.joining("; "));
    return words.isEmpty() ? RichText.EMPTY : phrase(Phrase.SOURCES, "sources", words);
  }

  private String citation(Source source) {
    String name =
        source.article().isEmpty() ? source.document() : source.article() + " " + source.document();
    LocalDate from = source.period().from();
    return from == null
        ? name
        : base.phrases()
            .words(Phrase.SOURCE_SINCE, Map.of("source", name, "since", Vietnamese.date(from)));
  }

  private List<Choice> choices(
      Entitlement entitlement, Facet shown, Optional<Facet> beside, LocalDate on) {
    Stream<Choice> facets =
        entitlement.facets(on).stream()
            .filter(facet -> facet != shown && beside.filter(facet::equals).isEmpty())
            .map(
                facet ->
                    new Choice(facet.heading(), new Button.Show(entitlement.id(), facet).data()));
    Stream<Choice> related =
        entitlement.related().stream()
            .flatMap(id -> base.find(id).stream())
            .limit(MOST_RELATED)
            .map(Answers::choice);
    return Stream.concat(facets, related).toList();
  }

  /// The button that leads to an entitlement's overview.
  static Choice choice(Entitlement entitlement) {
    return choice(entitlement, Facet.OVERVIEW);
  }

  static Choice choice(Entitlement entitlement, Facet facet) {
    return new Choice(entitlement.shortTitle(), new Button.Show(entitlement.id(), facet).data());
  }

  private RichText phrase(Phrase phrase, String name, String value) {
    return base.phrases().text(phrase, Map.of(name, value));
  }
}
