package vn.ansinh.vaccination.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ansinh.vaccination.second.RandomChildren.Child;
import vn.ansinh.vaccination.second.SecondForecast.Answer;
import vn.ansinh.vaccination.second.SecondForecast.Forecast;
import vn.ansinh.vaccination.second.SecondForecast.Line;
import vn.ansinh.vaccination.second.SecondForecast.Refused;

/// What can be said of any forecast without knowing it, and that the children are worth asking.
class RandomChildrenTest {
  private static final List<Child> CHILDREN = RandomChildren.stream(4, 10_000).toList();
  private static final List<Answer> ANSWERS =
      CHILDREN.stream()
          .map(child -> SecondForecast.of(child.born(), child.given(), child.on()))
          .toList();

  private static List<Line> lines() {
    return ANSWERS.stream()
        .filter(Forecast.class::isInstance)
        .flatMap(answer -> ((Forecast) answer).lines().stream())
        .toList();
  }

  @Test
  void theSameSeedGivesTheSameChildren() {
    assertThat(RandomChildren.stream(4, 100).toList()).isEqualTo(CHILDREN.subList(0, 100));
    assertThat(RandomChildren.stream(5, 100).toList()).isNotEqualTo(CHILDREN.subList(0, 100));
  }

  @Test
  void everyDoseIsMetOftenInEveryStatusItCanHave() {
    Map<String, Long> met =
        lines().stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.vaccine() + " " + line.dose() + " " + line.status(),
                    TreeMap::new,
                    Collectors.counting()));
    Set<String> wanted =
        Row.all().stream().flatMap(HandCasesTest::possible).collect(Collectors.toSet());
    assertThat(met.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(met).allSatisfy((line, times) -> assertThat(times).as(line).isGreaterThan(20));
  }

  @Test
  void everyFaultIsMet() {
    Map<String, Long> met =
        ANSWERS.stream()
            .filter(Refused.class::isInstance)
            .map(answer -> ((Refused) answer).code())
            .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    assertThat(met.keySet())
        .containsExactlyInAnyOrder(
            "bad-date",
            "born-after-on",
            "bad-dose",
            "unknown-vaccine",
            "unknown-dose",
            "before-birth",
            "in-future");
    assertThat(met).allSatisfy((code, times) -> assertThat(times).as(code).isGreaterThan(20));
  }

  @Test
  void aDoseIsInvalidExactlyWhenItsDayIsBeforeItsEarliest() {
    assertThat(lines().stream().filter(line -> line.given() != null && line.earliest() != null))
        .allSatisfy(
            line ->
                assertThat(line.status().equals("invalid"))
                    .isEqualTo(String.valueOf(line.given()).compareTo(line.earliest()) < 0));
  }

  @Test
  void anOpenDoseIsRecommendedBetweenItsEarliestAndItsLatest() {
    assertThat(lines().stream().filter(line -> line.recommended() != null))
        .allSatisfy(
            line -> {
              assertThat(line.recommended()).isGreaterThanOrEqualTo(line.earliest());
              assertThat(line.overdue()).isGreaterThan(line.recommended());
              if (line.latest() != null) {
                assertThat(line.recommended()).isLessThanOrEqualTo(line.latest());
              }
            });
  }

  @Test
  void theOrderInWhichDosesAreToldChangesNothing() {
    for (int each = 0; each < 2_000; each++) {
      Child child = CHILDREN.get(each);
      if (ANSWERS.get(each) instanceof Forecast forecast) {
        assertThat(SecondForecast.of(child.born(), child.given().reversed(), child.on()))
            .isEqualTo(forecast);
      }
    }
  }

  @Test
  void theLabelsOfDosesOnDifferentDaysChangeNothing() {
    for (int each = 0; each < 2_000; each++) {
      Child child = CHILDREN.get(each);
      List<String> relabelled =
          child.given().stream().map(dose -> dose.replaceFirst(":[0-9]:", ":1:")).toList();
      if (ANSWERS.get(each) instanceof Forecast forecast
          && Set.copyOf(relabelled).size() == Set.copyOf(child.given()).size()) {
        assertThat(SecondForecast.of(child.born(), relabelled, child.on())).isEqualTo(forecast);
      }
    }
  }
}
