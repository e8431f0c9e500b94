package vn.ansinh.reminder.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Reference;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Vietnamese;

/// The law and the money behind a health-insurance card.
public final class InsuranceWords {
  private static final EntitlementId RENEWAL = new EntitlementId("hi-renewal");
  private static final String BREAK_DAYS = "hi-break-days";
  private static final String WAITING_DAYS = "hi-waiting-days";
  private static final String BASE = "base-salary";
  private static final String RATE = "hi-rate";
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /// What the second, third, … person pays of the first one's sum; the last for all further.
  private static final List<String> PARTS =
      List.of("hi-second-person", "hi-third-person", "hi-fourth-person", "hi-fifth-person");

  private final KnowledgeBase base;
  private final Sentences sentences;

  public InsuranceWords(KnowledgeBase base) {
    this.base = base;
    this.sentences = new Sentences(base.phrases());
  }

  /// Why a card is told of some days before it ends; 0 on its last day.
  public String why(int daysBefore, LocalDate expires) {
    Map<String, String> values = values(expires);
    values.put("days", Integer.toString(daysBefore));
    return sentences.words(
        daysBefore == 0 ? Phrase.REMINDER_WHY_INSURANCE_DAY : Phrase.REMINDER_WHY_INSURANCE_BEFORE,
        values);
  }

  /// Why it is told of when it has ended.
  ///
  /// @param day of the days without a card, from 1
  /// @param last of them that still does no harm
  public String whyGap(int day, LocalDate expires, LocalDate last) {
    Map<String, String> values = values(expires);
    values.put("days", Integer.toString(day));
    values.put("last", Vietnamese.date(last));
    return sentences.words(Phrase.REMINDER_WHY_INSURANCE_GAP, values);
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
    return first.plus(cost(people, on)).plus(where(on));
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
    return sentences
        .text(Phrase.REMINDER_INSURANCE_GAP, values)
        .plus(cost(people, on))
        .plus(where(on));
  }

  /// What the household pays for a year, from the figures of the day; nothing when they are not
  /// known.
  private RichText cost(int people, LocalDate on) {
    BigDecimal first = amount(BASE, on).multiply(share(RATE, on)).multiply(MONTHS);
    BigDecimal all = first;
    for (int person = 2; person <= people; person++) {
      String part = PARTS.get(Math.min(person - 2, PARTS.size() - 1));
      all = all.add(first.multiply(share(part, on)));
    }
    if (all.signum() == 0) {
      return RichText.EMPTY;
    }
    return sentences.text(
        people > 1 ? Phrase.REMINDER_INSURANCE_COST_SEVERAL : Phrase.REMINDER_INSURANCE_COST,
        Map.of("people", Integer.toString(people), "first", money(first), "all", money(all)));
  }

  private RichText where(LocalDate on) {
    return base.find(RENEWAL)
        .flatMap(entry -> base.text(entry, Facet.WHERE, on))
        .map(RichText::first)
        .orElse(RichText.EMPTY);
  }

  private BigDecimal share(String percentage, LocalDate on) {
    return amount(percentage, on).movePointLeft(2);
  }

  private BigDecimal amount(String parameter, LocalDate on) {
    Parameter known = base.parameters().get(parameter);
    return known == null
        ? BigDecimal.ZERO
        : known.on(on).map(Parameter.Value::amount).orElse(BigDecimal.ZERO);
  }

  private static String money(BigDecimal amount) {
    return Vietnamese.number(amount.setScale(0, RoundingMode.HALF_UP)) + " đồng";
  }

  private Map<String, String> values(LocalDate expires) {
    // A card of before this law is spoken of by the law as it came to be.
    LocalDate day = known(expires);
    Map<String, String> values = new HashMap<>();
    values.put("expires", Vietnamese.date(expires));
    values.put("break", Reference.of(BREAK_DAYS).words(base, day).orElse(""));
    values.put("waiting", Reference.of(WAITING_DAYS).words(base, day).orElse(""));
    values.put("law", law(day));
    return values;
  }

  private LocalDate known(LocalDate expires) {
    Parameter gap = base.parameters().get(BREAK_DAYS);
    LocalDate from = gap == null ? null : gap.values().getFirst().period().from();
    return from != null && expires.isBefore(from) ? from : expires;
  }

  /// The document and the article that fix the gap.
  private String law(LocalDate day) {
    Parameter.@Nullable Value value =
        Optional.ofNullable(base.parameters().get(BREAK_DAYS))
            .flatMap(gap -> gap.on(day))
            .orElse(null);
    LegalDocument document = value == null ? null : base.documents().get(value.document());
    return value == null || document == null ? "" : value.article() + " " + document.name();
  }
}
