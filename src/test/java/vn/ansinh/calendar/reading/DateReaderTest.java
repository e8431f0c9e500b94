package vn.ansinh.calendar.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.lunar.LunarDate;

class DateReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Random RANDOM = new Random(20261124);

  record Case(String wanted, String text, String reading) {
    Wanted side() {
      return wanted.equals("F") ? Wanted.FUTURE : Wanted.PAST;
    }
  }

  static List<Case> cases() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/calendar/dates.tsv"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(columns -> new Case(columns[0], columns[1], columns[2]))
          .toList();
    }
  }

  private static String words(DateReading reading) {
    return switch (reading) {
      case DateReading.Read read -> {
        List<String> words = new ArrayList<>(List.of(read.date().toString()));
        read.lunar().ifPresent(_ -> words.add("lunar"));
        read.guesses().stream()
            .sorted()
            .forEach(guess -> words.add(guess.name().toLowerCase(Locale.ROOT)));
        yield String.join(" ", words);
      }
      case DateReading.Vague vague -> "vague " + vague.from() + ".." + vague.to();
      case DateReading.Impossible impossible -> "impossible " + key(impossible.reason());
      case DateReading.Past past -> "past " + past.day().date();
      case DateReading.Future future -> "future " + future.day().date();
      case DateReading.NotADate _ -> "none";
    };
  }

  private static String key(DateReading.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDateIsReadAsItIsMeant(Case each) {
    assertThat(words(DateReader.read(each.text(), TODAY, each.side()))).isEqualTo(each.reading());
  }

  /// Marks apart from their letters, capitals, blanks around.
  @ParameterizedTest
  @MethodSource("cases")
  void theFormOfTheLettersDoesNotMatter(Case each) {
    for (String text :
        List.of(
            Normalizer.normalize(each.text(), Normalizer.Form.NFD),
            each.text().toUpperCase(Locale.ROOT),
            "  " + each.text().replace(" ", "  ") + "\n")) {
      assertThat(words(DateReader.read(text, TODAY, each.side())))
          .as(text)
          .isEqualTo(each.reading());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MM/uuuu",
        "d/M/uuuu",
        "d-M-uuuu",
        "dd.MM.uuuu",
        "uuuu-MM-dd",
        "ddMMuuuu",
        "d 'tháng' M 'năm' uuuu",
        "'ngày' dd 'tháng' MM 'năm' uuuu",
        "'ngay' d 'thang' M 'nam' uuuu"
      })
  void everyPrintedDateOfTwoCenturiesIsReadBack(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() <= 2100; day = day.plusDays(7)) {
      Wanted side = day.isBefore(TODAY) ? Wanted.PAST : Wanted.FUTURE;

      assertThat(words(DateReader.read(format.format(day), TODAY, side))).isEqualTo(day.toString());
    }
  }

  @Test
  void everyPrintedLunarDateOfTwoCenturiesIsReadBack() {
    for (LocalDate day = LocalDate.of(1901, 1, 1); day.getYear() <= 2099; day = day.plusDays(7)) {
      LunarDate lunar = LunarDate.of(day).orElseThrow();
      String text =
          "ngày %d tháng %d%s âm lịch năm %d"
              .formatted(
                  lunar.day(),
                  lunar.month().number(),
                  lunar.month().leap() ? " nhuận" : "",
                  lunar.month().year());
      Wanted side = day.isBefore(TODAY) ? Wanted.PAST : Wanted.FUTURE;

      assertThat(DateReader.read(text, TODAY, side))
          .isEqualTo(new DateReading.Read(day, Optional.of(lunar), java.util.Set.of()));
    }
  }

  /// What is wanted is never given on the wrong side, whatever the day.
  @Test
  void onAnyDayEveryCaseIsOnTheWantedSideOfIt() throws IOException {
    List<Case> cases = cases();
    for (int i = 0; i < 20_000; i++) {
      Case each = cases.get(RANDOM.nextInt(cases.size()));
      LocalDate today = LocalDate.of(1950, 1, 1).plusDays(RANDOM.nextInt(50_000));
      for (Wanted side : Wanted.values()) {
        switch (DateReader.read(each.text(), today, side)) {
          case DateReading.Read read -> assertSide(read.date(), today, side, each);
          case DateReading.Vague vague -> {
            assertThat(vague.from()).isBeforeOrEqualTo(vague.to());
            assertSide(vague.from(), today, side, each);
            assertSide(vague.to(), today, side, each);
          }
          case DateReading.Past past -> assertThat(past.day().date()).isBefore(today);
          case DateReading.Future future -> assertThat(future.day().date()).isAfter(today);
          case DateReading.Impossible _, DateReading.NotADate _ -> {}
        }
      }
    }
  }

  private static void assertSide(LocalDate date, LocalDate today, Wanted side, Case each) {
    if (side == Wanted.FUTURE) {
      assertThat(date).as("%s on %s", each, today).isAfterOrEqualTo(today);
    } else {
      assertThat(date).as("%s on %s", each, today).isBeforeOrEqualTo(today);
    }
  }

  /// Pieces of dates thrown together, and long texts.
  @Test
  void noTextMakesTheReaderFail() {
    List<String> pieces =
        List.of(
            "31",
            "/",
            "-",
            ".",
            "tháng",
            "ngày",
            "năm",
            "mùng",
            "rằm",
            "âm",
            "nhuận",
            "tết",
            "sau",
            "trước",
            "nữa",
            "cuối",
            "đầu",
            "thứ",
            "2027",
            "0",
            "99999999999",
            "hai",
            "mươi",
            "mốt",
            "tuần",
            "t",
            "(",
            ")",
            "giao thừa",
            "\u0301",
            "🎂");
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = RANDOM.nextInt(8); n >= 0; n--) {
        text.append(pieces.get(RANDOM.nextInt(pieces.size())))
            .append(RANDOM.nextBoolean() ? " " : "");
      }
      assertThat(DateReader.read(text.toString(), TODAY, Wanted.FUTURE)).isNotNull();
    }
    assertThat(DateReader.read("1 ".repeat(50_000), TODAY, Wanted.PAST)).isNotNull();
    assertThat(DateReader.read("(".repeat(50_000), TODAY, Wanted.PAST)).isNotNull();
  }
}
