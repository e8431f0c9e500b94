package vn.ansinh.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.vaccination.second.HandCases;
import vn.ansinh.vaccination.second.HandCases.HandCase;
import vn.ansinh.vaccination.second.RandomChildren;
import vn.ansinh.vaccination.second.SecondForecast;
import vn.ansinh.vaccination.second.SecondForecast.Line;

/// The forecast against what was written from the same rules by another hand.
class TwoForecastsTest {
  private static final int CHILDREN = 10_000;

  static List<HandCase> cases() {
    return HandCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theForecastSaysWhatTheHandSays(HandCase one) {
    one.assertAnsweredBy(answer(one.born(), one.given(), one.on()));
  }

  @Test
  void bothForecastsAgreeOnTenThousandChildren() {
    RandomChildren.stream(42, CHILDREN)
        .forEach(
            child ->
                assertThat(answer(child.born(), child.given(), child.on()))
                    .as(child.toString())
                    .isEqualTo(SecondForecast.of(child.born(), child.given(), child.on())));
  }

  private static SecondForecast.Answer answer(String born, List<String> given, String on) {
    return switch (Request.read(Cards.SCHEDULE, born, on, given)) {
      case Request.Refused refused -> new SecondForecast.Refused(refused.fault().code());
      case Request.Accepted(Child child, LocalDate day) ->
          new SecondForecast.Forecast(
              Forecast.of(Cards.SCHEDULE, child, day).stream()
                  .map(TwoForecastsTest::line)
                  .toList());
    };
  }

  private static Line line(DoseForecast dose) {
    return switch (dose) {
      case DoseForecast.Done done -> recorded(done, done.given(), done.earliest());
      case DoseForecast.Invalid invalid -> recorded(invalid, invalid.given(), invalid.earliest());
      case DoseForecast.Open open ->
          line(
              open,
              null,
              open.earliest().day(),
              open.recommended().day(),
              open.overdue(),
              open.latest());
      case DoseForecast.AgedOut agedOut -> line(agedOut, null, null, null, null, agedOut.latest());
      case DoseForecast.NotScheduled none -> line(none, null, null, null, null, null);
    };
  }

  private static Line recorded(DoseForecast dose, LocalDate given, @Nullable DueDay earliest) {
    return line(dose, given, earliest == null ? null : earliest.day(), null, null, null);
  }

  private static Line line(DoseForecast dose, @Nullable LocalDate... days) {
    Dose which = dose.rule().dose();
    return new Line(
        which.vaccine(),
        which.number(),
        dose.status().key(),
        text(days[0]),
        text(days[1]),
        text(days[2]),
        text(days[3]),
        text(days[4]));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
