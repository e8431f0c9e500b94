package vn.ansinh.vaccination.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.vaccination.second.HandCases.HandCase;
import vn.ansinh.vaccination.second.SecondForecast.Forecast;
import vn.ansinh.vaccination.second.SecondForecast.Line;
import vn.ansinh.vaccination.second.SecondForecast.Refused;

class HandCasesTest {
  static List<HandCase> cases() {
    return HandCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theSecondForecastSaysWhatTheHandSays(HandCase one) {
    one.assertAnsweredBy(SecondForecast.of(one.born(), one.given(), one.on()));
  }

  @Test
  void thereAreManyCasesAndEachHasItsName() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(cases().stream().map(HandCase::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyDoseIsSeenInEveryStatusItCanHave() {
    Set<String> seen =
        cases().stream()
            .flatMap(one -> one.expected().stream())
            .map(line -> line.vaccine() + " " + line.dose() + " " + line.status())
            .collect(Collectors.toSet());
    assertThat(seen).containsAll(Row.all().stream().flatMap(HandCasesTest::possible).toList());
  }

  /// A vaccine given from birth is never upcoming nor invalid, and the day after birth is no month
  /// after it.
  static Stream<String> possible(Row row) {
    Stream<String> statuses =
        !row.scheduled()
            ? Stream.of("done", "not-scheduled")
            : switch (row.vaccine()) {
              case "hepb-birth" -> Stream.of("done", "due", "aged-out");
              case "bcg" -> Stream.of("done", "due", "overdue", "aged-out");
              case "rota" -> Stream.of("done", "invalid", "upcoming", "due", "overdue", "aged-out");
              default -> Stream.of("done", "invalid", "upcoming", "due", "overdue");
            };
    return statuses.map(status -> row.vaccine() + " " + row.dose() + " " + status);
  }

  @Test
  void everyFaultIsSeen() {
    assertThat(cases().stream().flatMap(one -> one.error().stream()))
        .contains(
            "bad-date",
            "born-after-on",
            "bad-dose",
            "unknown-vaccine",
            "unknown-dose",
            "before-birth",
            "in-future");
  }

  @Test
  void blanksAndOtherDigitsAreFaultsToo() {
    assertThat(SecondForecast.of(" 2026-05-10", List.of(), "2026-11-23"))
        .isEqualTo(new Refused("bad-date"));
    assertThat(SecondForecast.of("２０２６-05-10", List.of(), "2026-11-23"))
        .isEqualTo(new Refused("bad-date"));
    assertThat(SecondForecast.of("2026-05-10", List.of(""), "2026-11-23"))
        .isEqualTo(new Refused("bad-dose"));
    assertThat(SecondForecast.of("2026-05-10", List.of(" bcg:1:2026-05-10"), "2026-11-23"))
        .isEqualTo(new Refused("unknown-vaccine"));
    assertThat(SecondForecast.of("2026-05-10", List.of("bcg:1:2026-05-10 "), "2026-11-23"))
        .isEqualTo(new Refused("bad-date"));
  }

  @Test
  void theLinesStandInTheOrderOfTheFileAndAnInvalidDoseBeforeTheDoseItFailedToBe() {
    List<String> given =
        List.of("dpt-hepb-hib:2:2026-03-30", "hpv:1:2026-03-30", "dpt-hepb-hib:1:2026-03-03");
    Forecast forecast = (Forecast) SecondForecast.of("2026-01-02", given, "2026-04-01");
    assertThat(forecast.lines().stream().map(HandCasesTest::brief))
        .containsExactly(
            "hepb-birth 1 aged-out",
            "bcg 1 overdue",
            "dpt-hepb-hib 1 done",
            "dpt-hepb-hib 2 invalid",
            "dpt-hepb-hib 2 upcoming",
            "dpt-hepb-hib 3 upcoming",
            "opv 1 due",
            "opv 2 upcoming",
            "opv 3 upcoming",
            "ipv 1 upcoming",
            "ipv 2 upcoming",
            "rota 1 due",
            "rota 2 upcoming",
            "measles 1 upcoming",
            "mr 1 upcoming",
            "dpt-booster 1 upcoming",
            "je 1 upcoming",
            "je 2 upcoming",
            "je 3 upcoming",
            "td 1 upcoming",
            "hpv 1 done",
            "hpv 2 not-scheduled",
            "pcv 1 not-scheduled");
  }

  private static String brief(Line line) {
    return line.vaccine() + " " + line.dose() + " " + line.status();
  }
}
