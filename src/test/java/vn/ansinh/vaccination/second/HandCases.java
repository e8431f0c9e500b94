package vn.ansinh.vaccination.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.second.SecondForecast.Answer;
import vn.ansinh.vaccination.second.SecondForecast.Forecast;
import vn.ansinh.vaccination.second.SecondForecast.Line;
import vn.ansinh.vaccination.second.SecondForecast.Refused;

/// The cases worked out by hand in `vaccination/cases.txt`; its head says how they are written.
public final class HandCases {
  private static final Path FILE = Path.of("src/test/resources/vn/ansinh/vaccination/cases.txt");
  private static final Pattern CHILD =
      Pattern.compile("(\\S+): born (\\S+), on ([^\\s,]+)(?:, given (.+))?");
  private static final Pattern LINE = Pattern.compile(" {2}(\\S+) ([0-9]+): (\\S+)(.*)");
  private static final Pattern FAULT = Pattern.compile(" {2}error: (\\S+)");
  private static final Pattern BECAUSE = Pattern.compile(" {2}because (.+)");

  /// A child, what is expected of some of its doses (or the fault), and why.
  public record HandCase(
      String id,
      String born,
      String on,
      List<String> given,
      List<Line> expected,
      Optional<String> error,
      String because) {

    /// Each dose that the case speaks of must have these lines and no others.
    public void assertAnsweredBy(Answer answer) {
      if (error.isPresent()) {
        assertThat(answer).as(because).isEqualTo(new Refused(error.get()));
        return;
      }
      assertThat(answer).as(because).isInstanceOf(Forecast.class);
      Map<String, List<Line>> actual = byDose(((Forecast) answer).lines());
      byDose(expected)
          .forEach((dose, lines) -> assertThat(actual.get(dose)).as(because).isEqualTo(lines));
    }

    private static Map<String, List<Line>> byDose(List<Line> lines) {
      Map<String, List<Line>> doses = new LinkedHashMap<>();
      lines.forEach(
          line ->
              doses
                  .computeIfAbsent(line.vaccine() + " " + line.dose(), key -> new ArrayList<>())
                  .add(line));
      return doses;
    }

    @Override
    public String toString() {
      return id + ": " + because;
    }
  }

  private HandCases() {}

  /// In the order of the file.
  public static List<HandCase> all() {
    List<HandCase> cases = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : lines()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        block.add(line);
        if (BECAUSE.matcher(line).matches()) {
          cases.add(read(block));
          block.clear();
        }
      }
    }
    assertThat(block).as("a case without a reason").isEmpty();
    return cases;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HandCase read(List<String> block) {
    Matcher child = matched(CHILD, block.getFirst());
    String given = child.group(4);
    List<String> middle = block.subList(1, block.size() - 1);
    Optional<String> error =
        middle.stream()
            .map(FAULT::matcher)
            .filter(Matcher::matches)
            .map(fault -> fault.group(1))
            .findFirst();
    assertThat(middle).as(child.group(1)).isNotEmpty();
    return new HandCase(
        child.group(1),
        child.group(2),
        child.group(3),
        given == null ? List.of() : List.of(given.split(" ")),
        error.isPresent() ? List.of() : middle.stream().map(HandCases::line).toList(),
        error,
        matched(BECAUSE, block.getLast()).group(1));
  }

  private static Line line(String text) {
    Matcher line = matched(LINE, text);
    Map<String, String> dates = dates(line.group(4).trim());
    return new Line(
        line.group(1),
        Integer.parseInt(line.group(2)),
        line.group(3),
        dates.get("g"),
        dates.get("e"),
        dates.get("r"),
        dates.get("o"),
        dates.get("l"));
  }

  /// Letters that stand side by side share the date after them.
  private static Map<String, String> dates(String text) {
    Map<String, String> dates = new HashMap<>();
    List<String> letters = new ArrayList<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      if (word.length() == 1) {
        assertThat(word).as(text).isIn("g", "e", "r", "o", "l");
        letters.add(word);
      } else {
        letters.forEach(letter -> dates.put(letter, word));
        letters.clear();
      }
    }
    assertThat(letters).as(text).isEmpty();
    return dates;
  }

  private static Matcher matched(Pattern pattern, @Nullable String text) {
    Matcher matcher = pattern.matcher(String.valueOf(text));
    assertThat(matcher.matches()).as("no line of a case: %s", text).isTrue();
    return matcher;
  }
}
