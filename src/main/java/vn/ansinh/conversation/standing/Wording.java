package vn.ansinh.conversation.standing;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Words;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Label;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Schedule;

/// The words that several answers about reminders share.
///
/// @param payments by benefit
public record Wording(Phrases phrases, Map<String, PaymentDays> payments, Schedule schedule) {
  /// Pairs of words that may be said of every benefit.
  private static final Set<String> ANY_BENEFIT = Set.of("nhan tien", "linh tien", "hang thang");

  public RichText text(Phrase phrase) {
    return phrases.text(phrase);
  }

  public RichText text(Saying phrase, Map<String, String> values) {
    return phrases.text(phrase, values);
  }

  public String words(Saying phrase, Map<String, String> values) {
    return phrases.words(phrase, values).strip();
  }

  public Message message(Phrase phrase, Choice... choices) {
    return new Message(text(phrase), List.of(choices));
  }

  public Choice choice(Saying label, Press press) {
    return press.choice(words(label, Map.of()));
  }

  public Choice cancel() {
    return choice(Label.CANCEL, Press.of(Press.Verb.CANCEL));
  }

  public Choice list() {
    return choice(Label.REMINDERS, Press.of(Press.Verb.LIST));
  }

  /// What a benefit is called inside a sentence; its id when the calendar knows it no more.
  public String benefit(String id) {
    PaymentDays known = payments.get(id);
    return known == null
        ? id
        : known.name().substring(0, 1).toLowerCase(Locale.ROOT) + known.name().substring(1);
  }

  /// The benefit whose name has the most pairs of words that a text has too; none when two have as
  /// many.
  public Optional<String> benefitIn(Words words) {
    Set<String> said = pairs(words.folded());
    Map<Long, List<PaymentDays>> byCount =
        payments.values().stream()
            .collect(
                Collectors.groupingBy(
                    each -> pairs(each.name()).stream().filter(said::contains).count()));
    long most = byCount.keySet().stream().mapToLong(count -> count).max().orElse(0);
    List<PaymentDays> best = byCount.getOrDefault(most, List.of());
    return most > 0 && best.size() == 1 ? Optional.of(best.getFirst().benefit()) : Optional.empty();
  }

  private static Set<String> pairs(String text) {
    String[] words = Words.plain(text).split(" ");
    return IntStream.range(1, words.length)
        .mapToObj(i -> words[i - 1] + " " + words[i])
        .filter(pair -> !ANY_BENEFIT.contains(pair))
        .collect(Collectors.toSet());
  }

  /// `5 trong 1 mũi 2`; its id when the schedule knows it no more.
  public String dose(Dose dose) {
    return schedule.rules().stream()
        .filter(rule -> rule.dose().equals(dose))
        .findFirst()
        .map(rule -> words(Phrase.DOSE, dose(rule)))
        .orElseGet(() -> dose.vaccine() + " " + dose.number());
  }

  /// Which vaccine, without what it is against, and which dose.
  public static Map<String, String> dose(DoseRule rule) {
    String name = rule.name().replaceFirst(" \\(.*", "");
    return Map.of("vaccine", name, "n", String.valueOf(rule.dose().number()));
  }

  /// One reminder in a line.
  public String line(Wish wish) {
    return switch (wish) {
      case Wish.Insurance(String name, LocalDate expires, int _) ->
          words(Phrase.REMIND_INSURANCE, Map.of("name", name, "date", Vietnamese.date(expires)));
      case Wish.Vaccination(String name, var child, var _) ->
          words(
              Phrase.REMIND_VACCINATION,
              Map.of("name", name, "date", Vietnamese.date(child.born())));
      case Wish.Payment(String id) -> words(Phrase.REMIND_PAYMENT, Map.of("name", benefit(id)));
    };
  }

  /// The same for a button, without dates.
  public String label(Wish wish) {
    return switch (wish) {
      case Wish.Insurance(String name, var _, var _) ->
          words(Label.OF_INSURANCE, Map.of("name", name));
      case Wish.Vaccination(String name, var _, var _) ->
          words(Label.OF_VACCINATION, Map.of("name", name));
      case Wish.Payment(String id) -> words(Label.OF_PAYMENT, Map.of("name", benefit(id)));
    };
  }

  /// When the next message comes.
  public RichText next(Optional<Planned> planned) {
    return planned
        .map(
            next -> {
              ZonedDateTime at = next.send().atZone(VietnamTime.ZONE);
              return text(
                  Phrase.REMIND_NEXT,
                  Map.of(
                      "time", at.toLocalTime().toString(),
                      "date", Vietnamese.date(at.toLocalDate())));
            })
        .orElseGet(() -> text(Phrase.REMIND_NEXT_UNKNOWN));
  }
}
