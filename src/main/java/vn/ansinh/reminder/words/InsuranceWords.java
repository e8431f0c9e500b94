package vn.ansinh.reminder.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Reference;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// The law and the money behind a health-insurance card.
public final class InsuranceWords {
  private static final EntitlementId RENEWAL = new EntitlementId("hi-renewal");
  public static final String BREAK_DAYS = "hi-break-days";
  private static final String WAITING_DAYS = "hi-waiting-days";
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private final KnowledgeBase base;
  private final Sentences sentences;
  private final HouseholdContribution household;

  /// What the law says while one value of the gap holds: asked for with every message.
  private final Map<Parameter.Value, Map<String, String>> laws = new ConcurrentHashMap<>();

  private volatile Day day = new Day(LocalDate.MIN);

  public InsuranceWords(KnowledgeBase base) {
    this.base = base;
    this.sentences = new Sentences(base.phrases());
    this.household = new HouseholdContribution(base);
  }

  /// All of which the messages speak or by which they count.
  public static Set<String> parameters() {
    return Stream.concat(
            Stream.of(BREAK_DAYS, WAITING_DAYS), HouseholdContribution.parameters().stream())
        .collect(Collectors.toSet());
  }

  /// Why a card is told of some days before it ends; 0 on its last day.
  public String why(int daysBefore, LocalDate expires) {
    Phrase phrase =
        daysBefore == 0 ? Phrase.REMINDER_WHY_INSURANCE_DAY : Phrase.REMINDER_WHY_INSURANCE_BEFORE;
    return words(phrase, expires, Map.of("days", Integer.toString(daysBefore)));
  }

  /// Why it is told of when it has ended.
  ///
  /// @param day of the days without a card, from 1
  /// @param last of them that still does no harm
  public String whyGap(int day, LocalDate expires, LocalDate last) {
    return words(
        Phrase.REMINDER_WHY_INSURANCE_GAP,
        expires,
        Map.of("days", Integer.toString(day), "last", Vietnamese.date(last)));
  }

  private String words(Phrase phrase, LocalDate expires, Map<String, String> more) {
    Map<String, String> values = values(expires);
    values.putAll(more);
    return sentences.words(phrase, values);
  }

  /// What a reminder says before a card ends, or on its last day.
  public RichText text(String name, LocalDate expires, int people, LocalDate on) {
    Map<String, String> values = values(expires);
    values.put("name", name);
    long days = expires.toEpochDay() - on.toEpochDay();
    values.put("days", Long.toString(days));
    RichText first =
        sentences.text(
            days > 0 ? Phrase.REMINDER_INSURANCE_BEFORE : Phrase.REMINDER_INSURANCE_DAY, values);
    return first.plus(onDay(on).rest(people));
  }

  /// What it says when it has ended.
  ///
  /// @param last day of the gap that still does no harm
  public RichText textGap(
      String name, LocalDate expires, LocalDate last, int people, LocalDate on) {
    Map<String, String> values = values(expires);
    values.put("name", name);
    values.put("days", Long.toString(on.toEpochDay() - expires.toEpochDay()));
    values.put("last", Vietnamese.date(last));
    return sentences.text(Phrase.REMINDER_INSURANCE_GAP, values).plus(onDay(on).rest(people));
  }

  /// How long continuity can still be kept when a card has ended; that it is lost from then on.
  ///
  /// @param last day of the gap that still does no harm
  public RichText gap(LocalDate expires, LocalDate last, LocalDate on) {
    Map<String, String> values = values(expires);
    values.put("date", Vietnamese.date(expires));
    values.put("days", Long.toString(on.toEpochDay() - expires.toEpochDay()));
    values.put("left", Long.toString(last.toEpochDay() - on.toEpochDay() + 1));
    values.put("last", Vietnamese.date(last));
    return sentences.text(on.isAfter(last) ? Saying.Gap.OVER : Saying.Gap.LEFT, values);
  }

  /// What it costs and where to pay.
  public RichText cost(int people, LocalDate on) {
    return onDay(on).rest(people);
  }

  /// What it costs and where to pay: by the day and the household's size, whoever is told, so that
  /// the thousands who are told on one day are told what was worded once.
  private final class Day {
    private final LocalDate on;
    private final Map<Integer, RichText> rests = new ConcurrentHashMap<>();

    private Day(LocalDate on) {
      this.on = on;
    }

    private RichText rest(int people) {
      return rests.computeIfAbsent(people, _ -> cost(people).plus(where()));
    }

    private RichText cost(int people) {
      BigDecimal all = household.year(people, on);
      return all.signum() == 0
          ? RichText.EMPTY
          : sentences.text(
              people > 1 ? Phrase.REMINDER_INSURANCE_COST_SEVERAL : Phrase.REMINDER_INSURANCE_COST,
              Map.of(
                  "people",
                  Integer.toString(people),
                  "first",
                  money(household.year(1, on)),
                  "all",
                  money(all)));
    }

    private RichText where() {
      return base.find(RENEWAL)
          .flatMap(entry -> base.text(entry, Facet.WHERE, on))
          .map(RichText::first)
          .orElse(RichText.EMPTY);
    }
  }

  private Day onDay(LocalDate on) {
    Day known = day;
    if (!known.on.equals(on)) {
      known = new Day(on);
      day = known;
    }
    return known;
  }

  private static String money(BigDecimal amount) {
    return Vietnamese.number(amount.setScale(0, RoundingMode.HALF_UP)) + " đồng";
  }

  private Map<String, String> values(LocalDate expires) {
    // A card of before this law is spoken of by the law as it came to be.
    LocalDate day = known(expires);
    Map<String, String> values = new HashMap<>();
    value(day).ifPresent(value -> values.putAll(laws.computeIfAbsent(value, _ -> law(day))));
    values.put("expires", Vietnamese.date(expires));
    return values;
  }

  private LocalDate known(LocalDate expires) {
    Parameter gap = base.parameters().get(BREAK_DAYS);
    LocalDate from = gap == null ? null : gap.values().getFirst().period().from();
    return from != null && expires.isBefore(from) ? from : expires;
  }

  private Optional<Parameter.Value> value(LocalDate day) {
    return Optional.ofNullable(base.parameters().get(BREAK_DAYS)).flatMap(gap -> gap.on(day));
  }

  /// How long the gap may be and what it costs, and the document and the article that say so.
  private Map<String, String> law(LocalDate day) {
    return Map.of(
        "break", Reference.of(BREAK_DAYS).words(base, day).orElse(""),
        "waiting", Reference.of(WAITING_DAYS).words(base, day).orElse(""),
        "law", value(day).map(this::source).orElse(""));
  }

  private String source(Parameter.Value value) {
    LegalDocument document = base.documents().get(value.document());
    return document == null ? "" : value.article() + " " + document.name();
  }
}
