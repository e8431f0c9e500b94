package vn.ansinh.vaccination;

import org.jspecify.annotations.Nullable;

/// One row of the schedule: when one dose is given. A condition that is null does not exist.
///
/// @param name the vaccine in Vietnamese
/// @param minimumAge what it counts from; given to the first dose of every scheduled vaccine
/// @param minimumInterval since the dose before; given to every later scheduled dose
/// @param recommendedInterval since the dose before; of a first dose since the one it follows
/// @param latestAge the first age at which it is no longer given
/// @param scheduled false when nobody knows yet when it is given
/// @param source where the figures are from, in words
/// @param confirmed whether they were seen in a text; else they are only well known
public record DoseRule(
    Dose dose,
    String name,
    @Nullable CalendarPeriod recommendedAge,
    @Nullable CalendarPeriod minimumAge,
    @Nullable CalendarPeriod minimumInterval,
    @Nullable CalendarPeriod recommendedInterval,
    @Nullable CalendarPeriod latestAge,
    @Nullable Follows follows,
    boolean scheduled,
    String source,
    boolean confirmed) {

  /// Another vaccine's dose that comes first, and for how long before.
  public record Follows(Dose dose, CalendarPeriod interval) {}

  boolean isFirst() {
    return dose.number() == 1;
  }
}
