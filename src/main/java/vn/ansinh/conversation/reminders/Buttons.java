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
import vn.ansinh.text.Label;
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
              wording.choice(Label.AGREE, Press.of(Verb.AGREE)),
              wording.choice(Label.DISAGREE, Press.of(Verb.CANCEL)));
      case NAME -> List.of();
      case DATE -> days(situation, form);
      case PEOPLE -> people();
      case GUARDIAN ->
          List.of(
              wording.choice(Label.GUARDIAN, Press.of(Verb.GUARDIAN, "yes")),
              wording.choice(Label.NO_GUARDIAN, Press.of(Verb.GUARDIAN, "no")));
      case DOSES -> doses(situation, form);
      case BENEFIT ->
          wording.payments().values().stream()
              .map(each -> Press.of(Verb.BENEFIT, each.benefit()).choice(each.name()))
              .toList();
      case CHECK ->
          List.of(
              wording.choice(Label.SAVE, Press.of(Verb.SAVE)),
              wording.choice(Label.FIX, Press.of(Verb.FIX)));
      case FIX -> form.topic().fields().stream().map(field -> fix(form, field)).toList();
    };
  }

  private Choice fix(Form form, Field field) {
    Label label =
        switch (field) {
          case NAME -> Label.FIX_NAME;
          case DATE -> form.topic() == Topic.VACCINATION ? Label.FIX_BORN : Label.FIX_EXPIRY;
          case PEOPLE -> Label.FIX_PEOPLE;
          case DOSES -> Label.FIX_DOSES;
          case GUARDIAN -> Label.FIX_GUARDIAN;
          case BENEFIT -> Label.FIX_BENEFIT;
          case CONSENT, CHECK, FIX -> Label.FIX;
        };
    return wording.choice(label, Press.of(Verb.FIX, field.key()));
  }

  private List<Choice> people() {
    return IntStream.rangeClosed(1, MOST_PEOPLE_BUTTONS)
        .mapToObj(
            n ->
                Press.of(Verb.PEOPLE, n)
                    .choice(wording.words(Label.PEOPLE, Map.of("n", String.valueOf(n)))))
        .toList();
  }

  private List<Choice> days(Situation situation, Form form) {
    LocalDate today = situation.today();
    List<Choice> days = new ArrayList<>();
    switch (form.topic()) {
      case GIVEN -> {
        days.add(day(Label.TODAY, today));
        days.add(day(Label.YESTERDAY, today.minusDays(1)));
        lastTold(situation, form)
            .filter(told -> told.isBefore(today.minusDays(1)))
            .ifPresent(told -> days.add(day(Label.THAT_DAY, told)));
      }
      case LATER -> {
        nextTold(situation, form)
            .ifPresent(told -> days.add(day(Label.NEXT_TIME, told.plusDays(1))));
        days.add(day(Label.IN_A_WEEK, today.plusWeeks(1)));
        days.add(day(Label.IN_TWO_WEEKS, today.plusWeeks(2)));
        days.add(day(Label.IN_A_MONTH, today.plusMonths(1)));
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

  private Choice day(Label label, LocalDate day) {
    return Press.of(Verb.DATE, day)
        .choice(wording.words(label, Map.of("date", Vietnamese.date(day))));
  }

  private List<Choice> doses(Situation situation, Form form) {
    return form.topic() == Topic.GIVEN || !form.filled().doses().isEmpty()
        ? marking(situation, form)
        : List.of(
            wording.choice(Label.NO_DOSES, Press.of(Verb.MARK, "none")),
            wording.choice(Label.DOSES_IN_TIME, Press.of(Verb.MARK, "due")),
            wording.choice(Label.SOME_DOSES, Press.of(Verb.MARK, "some")));
  }

  /// The doses to be marked one by one.
  List<Choice> marking(Situation situation, Form form) {
    Stream<Choice> marks = marks(situation, form).stream();
    Choice done = wording.choice(Label.MARKED, Press.of(Verb.MARK, "done"));
    return Stream.concat(marks, Stream.of(done)).toList();
  }

  private List<Choice> marks(Situation situation, Form form) {
    return markable(situation, form).stream()
        .map(
            rule -> {
              boolean isMarked = form.filled().doses().contains(rule.dose());
              return Press.of(Verb.DOSE, Filled.key(rule.dose()))
                  .choice(
                      wording.words(isMarked ? Label.DOSE_MARKED : Label.DOSE, Wording.dose(rule)));
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
