package vn.ansinh.conversation.forms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.Dose;

/// The answers given so far; null is not answered.
///
/// @param byMoon whether the date was said by the lunar calendar
/// @param people who pay together, from 1
/// @param guardian whether the citizen said to be the child's parent or guardian
/// @param doses those marked
/// @param marked whether the marking is over
public record Filled(
    @Nullable String name,
    @Nullable LocalDate date,
    boolean byMoon,
    @Nullable Integer people,
    boolean guardian,
    Set<Dose> doses,
    boolean marked,
    @Nullable String benefit) {
  public static final Filled NOTHING =
      new Filled(null, null, false, null, false, Set.of(), false, null);

  public Filled {
    doses = Set.copyOf(doses);
  }

  public Filled withName(@Nullable String other) {
    return new Filled(other, date, byMoon, people, guardian, doses, marked, benefit);
  }

  public Filled withDate(@Nullable LocalDate other) {
    return withDate(other, false);
  }

  public Filled withDate(@Nullable LocalDate other, boolean saidByMoon) {
    return new Filled(name, other, saidByMoon, people, guardian, doses, marked, benefit);
  }

  public Filled withPeople(@Nullable Integer other) {
    return new Filled(name, date, byMoon, other, guardian, doses, marked, benefit);
  }

  public Filled withGuardian(boolean is) {
    return new Filled(name, date, byMoon, people, is, doses, marked, benefit);
  }

  public Filled withDoses(Set<Dose> others, boolean isOver) {
    return new Filled(name, date, byMoon, people, guardian, others, isOver, benefit);
  }

  /// Marks a dose, or takes its mark away.
  public Filled toggled(Dose dose) {
    Set<Dose> others = new LinkedHashSet<>(doses);
    if (!others.remove(dose)) {
      others.add(dose);
    }
    return withDoses(others, marked);
  }

  public Filled withBenefit(@Nullable String other) {
    return new Filled(name, date, byMoon, people, guardian, doses, marked, other);
  }

  boolean has(Field field) {
    return switch (field) {
      case NAME -> name != null;
      case DATE -> date != null;
      case PEOPLE -> people != null;
      case GUARDIAN -> guardian;
      case DOSES -> marked;
      case BENEFIT -> benefit != null;
      case CONSENT, CHECK, FIX -> true;
    };
  }

  /// Without one answer; the marks on doses stay to be changed.
  Filled without(Field field) {
    return switch (field) {
      case NAME -> withName(null);
      case DATE -> withDate(null);
      case PEOPLE -> withPeople(null);
      case GUARDIAN -> withGuardian(false);
      case DOSES -> withDoses(doses, false);
      case BENEFIT -> withBenefit(null);
      case CONSENT, CHECK, FIX -> this;
    };
  }

  JsonObject toJson() {
    List<String> keys = doses.stream().map(Filled::key).sorted().toList();
    return new JsonObject()
        .put("name", name)
        .put("date", date == null ? null : date.toString())
        .put("byMoon", byMoon)
        .put("people", people)
        .put("guardian", guardian)
        .put("doses", new JsonArray(keys))
        .put("marked", marked)
        .put("benefit", benefit);
  }

  static Filled ofJson(JsonObject json) {
    String date = json.getString("date");
    Set<Dose> doses = new LinkedHashSet<>();
    json.getJsonArray("doses", new JsonArray()).forEach(key -> doses.add(dose((String) key)));
    return new Filled(
        json.getString("name"),
        date == null ? null : LocalDate.parse(date),
        json.getBoolean("byMoon", false),
        json.getInteger("people"),
        json.getBoolean("guardian", false),
        doses,
        json.getBoolean("marked", false),
        json.getString("benefit"));
  }

  /// `dpt-hepb-hib.2`.
  public static String key(Dose dose) {
    return dose.vaccine() + "." + dose.number();
  }

  private static Dose dose(String key) {
    int dot = key.lastIndexOf('.');
    return new Dose(key.substring(0, dot), Integer.parseInt(key.substring(dot + 1)));
  }
}
