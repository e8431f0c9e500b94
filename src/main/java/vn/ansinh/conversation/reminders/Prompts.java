package vn.ansinh.conversation.reminders;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.DoseRule;

/// What each step of a form asks, and the buttons that answer it.
final class Prompts {
  /// Households are seldom larger; a larger one writes its number.
  private static final int MOST_PEOPLE_BUTTONS = 6;

  /// How far back a reminder is remembered when somebody says that it was followed.
  private static final Duration TOLD = Duration.ofDays(31);

  private final Wording wording;
  private final Doses doses;
  private final Planner planner;

  Prompts(Wording wording, Doses doses, Planner planner) {
    this.wording = wording;
    this.doses = doses;
    this.planner = planner;
  }

  /// The step that the form is at.
  Message ask(Situation situation, Form form) {
    List<Choice> choices = new ArrayList<>(answers(situation, form));
    if (form.previous() != form.asked() && form.topic().signsUp() && form.asked() != Field.CHECK) {
      choices.add(wording.choice(Phrase.BUTTON_BACK, Press.of(Verb.FIX, form.previous().key())));
    }
    if (form.asked() != Field.CONSENT) {
      choices.add(wording.cancel());
    }
    Phrase phrase = question(form);
    Map<String, String> values =
        form.asked() == Field.CHECK ? summary(form) : about(situation, form);
    return new Message(wording.text(phrase, values), choices);
  }

  private static Phrase question(Form form) {
    return switch (form.asked()) {
      case CONSENT -> Phrase.CONSENT;
      case NAME -> form.topic() == Topic.INSURANCE ? Phrase.ASK_HOLDER : Phrase.ASK_NICKNAME;
      case DATE -> day(form.topic());
      case PEOPLE -> Phrase.ASK_PEOPLE;
      case GUARDIAN -> Phrase.ASK_GUARDIAN;
      case DOSES -> dosesQuestion(form);
      case BENEFIT -> Phrase.ASK_BENEFIT;
      case CHECK -> check(form);
      case FIX -> Phrase.ASK_FIX;
    };
  }

  private static Phrase dosesQuestion(Form form) {
    if (form.topic() == Topic.GIVEN) {
      return Phrase.ASK_GIVEN_DOSES;
    }
    return form.filled().doses().isEmpty() ? Phrase.ASK_DOSES : Phrase.ASK_DOSES_MARKED;
  }

  private static Phrase day(Topic topic) {
    return switch (topic) {
      case INSURANCE, PAYMENT -> Phrase.ASK_EXPIRY;
      case VACCINATION -> Phrase.ASK_BORN;
      case RENEWED -> Phrase.ASK_RENEWED;
      case GIVEN -> Phrase.ASK_GIVEN_DAY;
      case LATER -> Phrase.ASK_LATER;
    };
  }

  private static Phrase check(Form form) {
    if (form.topic() == Topic.VACCINATION) {
      return form.filled().doses().isEmpty()
          ? Phrase.CHECK_VACCINATION
          : Phrase.CHECK_VACCINATION_GIVEN;
    }
    return form.topic() == Topic.INSURANCE ? Phrase.CHECK_INSURANCE : Phrase.CHECK_PAYMENT;
  }

  private Map<String, String> summary(Form form) {
    Filled filled = form.filled();
    LocalDate date = filled.date();
    String benefit = filled.benefit();
    return Map.of(
        "name", filled.name() == null ? "" : filled.name(),
        "date", date == null ? "" : Vietnamese.date(date),
        "people", String.valueOf(filled.people()),
        "doses", String.valueOf(filled.doses().size()),
        "benefit", benefit == null ? "" : wording.benefit(benefit));
  }

  /// Whom a question speaks of.
  private static Map<String, String> about(Situation situation, Form form) {
    String name = form.filled().name();
    return situation.held().wish(form.of()).orElse(null) instanceof Wish wish
        ? Map.of("name", subject(wish))
        : Map.of("name", name == null ? "" : name);
  }

  private static String subject(Wish wish) {
    return switch (wish) {
      case Wish.Insurance insurance -> insurance.name();
      case Wish.Vaccination child -> child.nickname();
      case Wish.Payment payment -> payment.benefit();
    };
  }

  private List<Choice> answers(Situation situation, Form form) {
    return switch (form.asked()) {
      case CONSENT ->
          List.of(
              wording.choice(Phrase.BUTTON_AGREE, Press.of(Verb.AGREE)),
              wording.choice(Phrase.BUTTON_DISAGREE, Press.of(Verb.CANCEL)));
      case NAME -> List.of();
      case DATE -> days(situation, form);
      case PEOPLE -> people();
      case GUARDIAN ->
          List.of(
              wording.choice(Phrase.BUTTON_GUARDIAN, Press.of(Verb.GUARDIAN, "yes")),
              wording.choice(Phrase.BUTTON_NO_GUARDIAN, Press.of(Verb.GUARDIAN, "no")));
      case DOSES -> doses(situation, form);
      case BENEFIT ->
          wording.payments().values().stream()
              .map(each -> Press.of(Verb.BENEFIT, each.benefit()).choice(each.name()))
              .toList();
      case CHECK ->
          List.of(
              wording.choice(Phrase.BUTTON_SAVE, Press.of(Verb.SAVE)),
              wording.choice(Phrase.BUTTON_FIX, Press.of(Verb.FIX)));
      case FIX -> form.topic().fields().stream().map(field -> fix(form, field)).toList();
    };
  }

  private Choice fix(Form form, Field field) {
    Phrase label =
        switch (field) {
          case NAME -> Phrase.BUTTON_FIX_NAME;
          case DATE ->
              form.topic() == Topic.VACCINATION ? Phrase.BUTTON_FIX_BORN : Phrase.BUTTON_FIX_EXPIRY;
          case PEOPLE -> Phrase.BUTTON_FIX_PEOPLE;
          case DOSES -> Phrase.BUTTON_FIX_DOSES;
          case GUARDIAN -> Phrase.BUTTON_FIX_GUARDIAN;
          case BENEFIT -> Phrase.BUTTON_FIX_BENEFIT;
          case CONSENT, CHECK, FIX -> Phrase.BUTTON_FIX;
        };
    return wording.choice(label, Press.of(Verb.FIX, field.key()));
  }

  private List<Choice> people() {
    return IntStream.rangeClosed(1, MOST_PEOPLE_BUTTONS)
        .mapToObj(
            n ->
                Press.of(Verb.PEOPLE, n)
                    .choice(wording.words(Phrase.BUTTON_PEOPLE, Map.of("n", String.valueOf(n)))))
        .toList();
  }

  private List<Choice> days(Situation situation, Form form) {
    LocalDate today = situation.today();
    List<Choice> days = new ArrayList<>();
    switch (form.topic()) {
      case GIVEN -> {
        days.add(day(Phrase.BUTTON_TODAY, today));
        days.add(day(Phrase.BUTTON_YESTERDAY, today.minusDays(1)));
        lastTold(situation, form)
            .filter(told -> told.isBefore(today.minusDays(1)))
            .ifPresent(told -> days.add(day(Phrase.BUTTON_THAT_DAY, told)));
      }
      case LATER -> {
        nextTold(situation, form)
            .ifPresent(told -> days.add(day(Phrase.BUTTON_NEXT_TIME, told.plusDays(1))));
        days.add(day(Phrase.BUTTON_IN_A_WEEK, today.plusWeeks(1)));
        days.add(day(Phrase.BUTTON_IN_TWO_WEEKS, today.plusWeeks(2)));
        days.add(day(Phrase.BUTTON_IN_A_MONTH, today.plusMonths(1)));
      }
      case INSURANCE, VACCINATION, PAYMENT, RENEWED -> {}
    }
    return days;
  }

  /// The last day of which the child's reminder told.
  private Optional<LocalDate> lastTold(Situation situation, Form form) {
    return situation
        .held()
        .wish(form.of())
        .map(wish -> planner.between(wish, situation.now().minus(TOLD), situation.now()))
        .flatMap(told -> told.isEmpty() ? Optional.empty() : Optional.of(told.getLast().due()));
  }

  /// The day of which it tells next.
  private Optional<LocalDate> nextTold(Situation situation, Form form) {
    return situation
        .held()
        .wish(form.of())
        .flatMap(wish -> planner.next(wish, situation.now()))
        .map(Planned::due);
  }

  private Choice day(Phrase label, LocalDate day) {
    return Press.of(Verb.DATE, day)
        .choice(wording.words(label, Map.of("date", Vietnamese.date(day))));
  }

  private List<Choice> doses(Situation situation, Form form) {
    List<Choice> choices = new ArrayList<>();
    if (form.topic() == Topic.GIVEN || !form.filled().doses().isEmpty()) {
      choices.addAll(marks(situation, form));
      choices.add(wording.choice(Phrase.BUTTON_MARKED, Press.of(Verb.MARK, "done")));
    } else {
      choices.add(wording.choice(Phrase.BUTTON_NO_DOSES, Press.of(Verb.MARK, "none")));
      choices.add(wording.choice(Phrase.BUTTON_DOSES_IN_TIME, Press.of(Verb.MARK, "due")));
      choices.add(wording.choice(Phrase.BUTTON_SOME_DOSES, Press.of(Verb.MARK, "some")));
    }
    return choices;
  }

  /// The doses to be marked one by one.
  Message mark(Situation situation, Form form) {
    List<Choice> choices = new ArrayList<>(marks(situation, form));
    choices.add(wording.choice(Phrase.BUTTON_MARKED, Press.of(Verb.MARK, "done")));
    choices.add(wording.cancel());
    Phrase phrase = form.topic() == Topic.GIVEN ? Phrase.ASK_GIVEN_DOSES : Phrase.ASK_DOSES_MARKED;
    return new Message(wording.text(phrase, about(situation, form)), choices);
  }

  private List<Choice> marks(Situation situation, Form form) {
    return markable(situation, form).stream()
        .map(
            rule -> {
              boolean isMarked = form.filled().doses().contains(rule.dose());
              return Press.of(Verb.DOSE, Filled.key(rule.dose()))
                  .choice(
                      wording.words(
                          isMarked ? Phrase.BUTTON_DOSE_MARKED : Phrase.BUTTON_DOSE,
                          Wording.dose(rule)));
            })
        .toList();
  }

  /// The doses that the form can speak of.
  List<DoseRule> markable(Situation situation, Form form) {
    if (form.topic() == Topic.GIVEN) {
      return situation.held().wish(form.of()).orElse(null) instanceof Wish.Vaccination wish
          ? doses.open(wish.child(), situation.today())
          : List.of();
    }
    LocalDate born = form.filled().date();
    return born == null ? List.of() : doses.possible(born, situation.today());
  }
}
