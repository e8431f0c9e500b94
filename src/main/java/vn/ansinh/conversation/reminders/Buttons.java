package vn.ansinh.conversation.reminders;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.DoseRule;

/// The buttons under each step of a form.
final class Buttons {
  /// Households are seldom larger; a larger one writes its number.
  private static final int MOST_PEOPLE_BUTTONS = 6;

  /// How far back a reminder is remembered when somebody says that it was followed.
  private static final Duration TOLD = Duration.ofDays(31);

  private final Wording wording;
  private final Doses doses;
  private final Planner planner;

  Buttons(Wording wording, Doses doses, Planner planner) {
    this.wording = wording;
    this.doses = doses;
    this.planner = planner;
  }

  /// Those that answer the step that the form is at.
  List<Choice> under(Situation situation, Form form) {
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
    return form.topic() == Topic.GIVEN || !form.filled().doses().isEmpty()
        ? marking(situation, form)
        : List.of(
            wording.choice(Phrase.BUTTON_NO_DOSES, Press.of(Verb.MARK, "none")),
            wording.choice(Phrase.BUTTON_DOSES_IN_TIME, Press.of(Verb.MARK, "due")),
            wording.choice(Phrase.BUTTON_SOME_DOSES, Press.of(Verb.MARK, "some")));
  }

  /// The doses to be marked one by one.
  List<Choice> marking(Situation situation, Form form) {
    Stream<Choice> marks = marks(situation, form).stream();
    Choice done = wording.choice(Phrase.BUTTON_MARKED, Press.of(Verb.MARK, "done"));
    return Stream.concat(marks, Stream.of(done)).toList();
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
