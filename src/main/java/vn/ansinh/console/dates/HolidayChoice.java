package vn.ansinh.console.dates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.form.Part;
import vn.ansinh.yaml.YamlNode.Mapping;

/// For which holiday and which year a decision is written: `tet.2027` in an address.
final class HolidayChoice {
  static final String NEW = EditPage.EDIT + "/holidays/new";

  private static final Pattern DECISION = Pattern.compile("([a-z0-9-]{1,40})\\.(\\d{4})");

  /// Decisions are made for a year or two ahead; those of last year are mended at most.
  private static final int YEARS_BACK = 1;

  private static final int YEARS_AHEAD = 3;

  private final Tools tools;

  HolidayChoice(Tools tools) {
    this.tools = tools;
  }

  /// Empty where there is no such holiday, or the year is far.
  Optional<Part.Decision> find(Visit visit) {
    Matcher parts = DECISION.matcher(visit.part("decision"));
    return parts.matches() ? find(parts.group(1), parts.group(2)) : Optional.empty();
  }

  private Optional<Part.Decision> find(String holiday, String year) {
    Part.Decision part = new Part.Decision(holiday, year);
    Mapping root = tools.latest(part.file());
    boolean isWritable = years().contains(year) || !part.in(root).entries().isEmpty();
    return Optional.of(part)
        .filter(_ -> isWritable && root.map("holidays").entries().containsKey(holiday));
  }

  private List<String> years() {
    int now = tools.today().getYear();
    return IntStream.rangeClosed(now - YEARS_BACK, now + YEARS_AHEAD)
        .mapToObj(Integer::toString)
        .toList();
  }

  void choose(Visit visit) {
    String holiday = visit.parameter("holiday");
    String year = visit.parameter("year");
    if (find(holiday, year).isPresent()) {
      visit.go(EditPage.EDIT + "/holidays/" + holiday + "." + year);
      return;
    }
    Map<String, String> names = new LinkedHashMap<>();
    tools
        .rules()
        .get()
        .calendars()
        .working()
        .holidays()
        .yearly()
        .forEach((id, each) -> names.put(id, each.name()));
    visit.show(
        "console/dates/chooseHoliday.jte",
        Map.of("names", names, "years", years(), "year", tools.today().getYear()));
  }
}
