package vn.ansinh.conversation.forms;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.ansinh.calendar.reading.DateReader;
import vn.ansinh.calendar.reading.DateReading;
import vn.ansinh.calendar.reading.SaidDay;
import vn.ansinh.calendar.reading.Wanted;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// What a text says for a form: the answer to what was asked, and whatever else it answers.
///
/// @param filled with everything that was understood
/// @param refused the first answer that is not taken
public record Reading(Filled filled, Optional<Refusal> refused) {
  public static final int MOST_PEOPLE = 20;

  /// The Law on Children ends there.
  public static final int CHILD_YEARS = 16;

  private static final int MOST_YEARS = 10;
  private static final int LONGEST_DELAY_MONTHS = 12;

  private static final Pattern DATED =
      Pattern.compile(
          "\\d{1,2} ?[/.-] ?\\d|\\b(?:ngay|thang|mung|mong|ram|tet|cuoi nam|dau nam"
              + "|hom (?:nay|qua|kia)|am lich)\\b");
  private static final Pattern CUE =
      Pattern.compile(
          "\\b(?:het han|han den|den han|han|co gia tri den|sinh(?: ngay| nam)?|sn|den (?:het )?ngay)"
              + "\\b[ :]*(.+)$");
  /// A card that is said to have ended ended on a day that is over, whatever the year.
  private static final Pattern ENDED =
      Pattern.compile("\\b(?:da het han|het han (?:roi|tu|hom qua|hom kia|mat roi)|qua han)\\b");

  private static final Pattern NUMERIC_DATE =
      Pattern.compile(
          "[ ,]*(?:\\b(?:het han|han den|den han|han|sinh ngay|sinh|sn|den ngay|den|vao|ngay)[ :]+)*"
              + "\\d{1,2} ?[/.-] ?\\d{1,2}(?: ?[/.-] ?\\d{2,4})?");

  /// @param today from which dates are reckoned
  public static Reading of(Form form, Words words, LocalDate today) {
    Reading reading = new Reading(form.filled(), Optional.empty());
    Words rest = words;
    if (form.topic().fields().contains(Field.PEOPLE)) {
      reading = reading.people(form, words);
      rest = words.without(People.COUNTED);
    }
    if (form.topic().fields().contains(Field.DATE)) {
      reading = reading.date(form, rest, today);
    }
    if (form.topic().fields().contains(Field.NAME)) {
      reading = reading.name(form, rest);
    }
    return reading;
  }

  /// Whether it says anything at all.
  public boolean says(Form form) {
    return refused.isPresent() || !filled.equals(form.filled());
  }

  private Reading refusing(Refusal refusal) {
    return new Reading(filled, refused.or(() -> Optional.of(refusal)));
  }

  private Reading people(Form form, Words words) {
    OptionalInt people = People.in(words, form.asked() == Field.PEOPLE);
    if (people.isEmpty()) {
      return this;
    }
    int number = people.getAsInt();
    return number < 1 || number > MOST_PEOPLE
        ? refusing(new Refusal(Field.PEOPLE, Phrase.PEOPLE_OUT_OF_RANGE, Map.of()))
        : new Reading(filled.withPeople(number), refused);
  }

  private Reading date(Form form, Words words, LocalDate today) {
    boolean isAsked = form.asked() == Field.DATE;
    if (!isAsked && !words.finds(DATED)) {
      return this;
    }
    String said = words.group(CUE).orElse(words.text());
    Wanted wanted =
        switch (form.topic()) {
          case INSURANCE -> words.finds(ENDED) ? Wanted.PAST : Wanted.FUTURE;
          case RENEWED, LATER, PAYMENT -> Wanted.FUTURE;
          case VACCINATION, GIVEN -> Wanted.PAST;
        };
    return switch (DateReader.read(said, today, wanted)) {
      case DateReading.Read read -> read(form.topic(), read, today);
      case DateReading.Vague vague ->
          refusing(
              Phrase.DATE_VAGUE,
              Map.of("from", Vietnamese.date(vague.from()), "to", Vietnamese.date(vague.to())));
      case DateReading.Impossible impossible -> refusing(impossible.reason().phrase(), Map.of());
      case DateReading.Past(SaidDay day) ->
          form.topic() == Topic.INSURANCE ? expiry(day, today) : refusing(Phrase.DATE_PAST, day);
      case DateReading.Future(SaidDay day) -> refusing(Phrase.DATE_FUTURE, day);
      case DateReading.NotADate _ -> this;
    };
  }

  /// A card that has ended is taken as long as nothing is lost: its gap is told of.
  private Reading expiry(SaidDay day, LocalDate today) {
    if (day.date().isAfter(today.plusYears(MOST_YEARS))) {
      return refusing(Phrase.EXPIRY_TOO_FAR, day);
    }
    return Wish.Insurance.lastOfGap(day.date()).isBefore(today)
        ? refusing(Saying.Gap.OVER, day)
        : with(day);
  }

  private Reading with(SaidDay day) {
    return new Reading(filled.withDate(day.date(), day.byMoon()), refused);
  }

  private Reading refusing(Saying phrase, SaidDay day) {
    return refusing(Refusal.ofDay(phrase, day));
  }

  private Reading refusing(Phrase phrase, Map<String, String> values) {
    return refusing(new Refusal(Field.DATE, phrase, values));
  }

  private Reading read(Topic topic, DateReading.Read read, LocalDate today) {
    LocalDate date = read.date();
    SaidDay day = new SaidDay(date, read.lunar().isPresent());
    if (topic == Topic.INSURANCE) {
      return expiry(day, today);
    }
    Optional<Phrase> fault =
        switch (topic) {
          case RENEWED, PAYMENT ->
              fault(date.isAfter(today.plusYears(MOST_YEARS)), Phrase.EXPIRY_TOO_FAR);
          case VACCINATION ->
              fault(!date.isAfter(today.minusYears(CHILD_YEARS)), Phrase.CHILD_TOO_OLD);
          case LATER ->
              fault(date.isAfter(today.plusMonths(LONGEST_DELAY_MONTHS)), Phrase.LATER_TOO_FAR);
          case INSURANCE, GIVEN -> Optional.empty();
        };
    return fault.map(phrase -> refusing(phrase, day)).orElseGet(() -> with(day));
  }

  private static Optional<Phrase> fault(boolean is, Phrase phrase) {
    return is ? Optional.of(phrase) : Optional.empty();
  }

  private Reading name(Form form, Words words) {
    Words rest = words.without(NUMERIC_DATE);
    boolean isNamed = words.named(form.topic()).filter(Field.NAME::equals).isPresent();
    Optional<String> name = Optional.empty();
    if (form.asked() == Field.NAME && !rest.finds(DATED)) {
      name = Name.whole(form.topic(), rest);
    } else if (filled.name() == null || isNamed) {
      name = Name.cued(form.topic(), words);
    }
    if (name.isEmpty()) {
      return this;
    }
    String said = name.get();
    return Name.fault(said)
        .map(this::refusing)
        .orElseGet(() -> new Reading(filled.withName(said), refused));
  }
}
