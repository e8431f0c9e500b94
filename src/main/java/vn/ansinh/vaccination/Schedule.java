package vn.ansinh.vaccination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When each dose of each vaccine is given.
public final class Schedule {
  public static final Schedule EMPTY = new Schedule(List.of());

  private final List<DoseRule> rules;
  private final Map<String, List<DoseRule>> series;

  /// @param rules in the order in which they are shown; those of a vaccine by number from 1
  /// @throws IllegalArgumentException when vaccines follow each other in a circle
  public Schedule(List<DoseRule> rules) {
    List<String> circle = circle(rules);
    if (!circle.isEmpty()) {
      throw new IllegalArgumentException("each follows the other: " + circle);
    }
    this.rules = List.copyOf(rules);
    this.series = inOrder(rules);
  }

  public List<DoseRule> rules() {
    return rules;
  }

  /// The doses of each vaccine, a followed vaccine before those that follow it.
  Map<String, List<DoseRule>> series() {
    return series;
  }

  boolean hasVaccine(String vaccine) {
    return series.containsKey(vaccine);
  }

  /// @param number as the schedule writes it: `2`, not `02`
  boolean hasDose(String vaccine, String number) {
    return series.getOrDefault(vaccine, List.of()).stream()
        .anyMatch(rule -> Integer.toString(rule.dose().number()).equals(number));
  }

  /// The vaccines that have no place because each waits for another of them; else none.
  public static List<String> circle(List<DoseRule> rules) {
    Set<String> placed = inOrder(rules).keySet();
    return rules.stream()
        .map(rule -> rule.dose().vaccine())
        .filter(vaccine -> !placed.contains(vaccine))
        .distinct()
        .toList();
  }

  private static Map<String, List<DoseRule>> inOrder(List<DoseRule> rules) {
    Map<String, List<DoseRule>> waiting = new LinkedHashMap<>();
    for (DoseRule rule : rules) {
      waiting.computeIfAbsent(rule.dose().vaccine(), _ -> new ArrayList<>()).add(rule);
    }
    Map<String, List<DoseRule>> placed = new LinkedHashMap<>();
    int before;
    do {
      before = placed.size();
      for (String vaccine : List.copyOf(waiting.keySet())) {
        List<DoseRule> doses = waiting.getOrDefault(vaccine, List.of());
        if (!waits(doses, waiting.keySet())) {
          placed.put(vaccine, List.copyOf(doses));
          waiting.remove(vaccine);
        }
      }
    } while (placed.size() > before);
    return placed;
  }

  private static boolean waits(List<DoseRule> rules, Set<String> waiting) {
    return rules.stream()
        .map(DoseRule::follows)
        .anyMatch(follows -> follows != null && waiting.contains(follows.dose().vaccine()));
  }
}
