package vn.ansinh.bench.growth;

import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.bench.ForecastBench;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vault.Vault;

/// Wishes of every kind, kept as the service keeps them, of which a whole town's are made: half of
/// them cards, the others children and payments.
final class Samples {
  /// Stands in every text about a card or a child, and in no answer.
  static final String NAME = "Bé Chín Bà Mười";

  private static final int CARDS = 180;
  private static final int CHILDREN = 90;
  private static final int PAYMENTS = 90;

  private final Rules rules;
  private final Vault vault;

  Samples(Vault vault) {
    this.vault = vault;
    Clock clock = Clock.fixed(Plan.NOW, VietnamTime.ZONE);
    Path directory = Path.of("knowledge-base");
    Calendars calendars =
        ScheduleFiles.calendars(
            directory,
            clock,
            faults -> {
              throw new IllegalStateException(faults.toString());
            });
    if (!(KnowledgeFiles.load(directory, clock)
        instanceof Loaded.Good(KnowledgeBase base, var _))) {
      throw new IllegalStateException("the knowledge base is broken");
    }
    this.rules =
        new Rules(
            new Planner(calendars, QuietHours.USUAL),
            new ReminderTexts(base, calendars),
            calendars);
  }

  /// Keeps them, one for each of the first citizens.
  ///
  /// @return how many
  int keep(SqlConnection connection) {
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < CARDS; i++) {
      wishes.add(new Wish.Insurance(NAME, day().plusDays(2L * i + 31), 1 + i % 4));
    }
    children().stream().limit(CHILDREN).forEach(wishes::add);
    List<String> benefits = List.copyOf(rules.calendars().payments().keySet());
    for (int i = 0; i < PAYMENTS; i++) {
      wishes.add(new Wish.Payment(benefits.get(i % benefits.size())));
    }
    long citizen = 0;
    for (Wish wish : wishes) {
      keep(connection, ++citizen, wish);
    }
    return wishes.size();
  }

  /// Keeps those of whom a message was to go out today, for the citizens after the others.
  ///
  /// @param before the citizen after whom they come
  /// @return how many
  int keepDue(SqlConnection connection, long before) {
    Wish card = new Wish.Insurance(NAME, day().plusDays(30), 3);
    Optional<Wish> child = children().stream().filter(this::isDue).findFirst();
    keep(connection, before + 1, card);
    child.ifPresent(wish -> keep(connection, before + 2, wish));
    return child.isPresent() ? 2 : 1;
  }

  private boolean isDue(Wish wish) {
    return !rules.planner().between(wish, Plan.NOW.minus(Duration.ofHours(2)), Plan.NOW).isEmpty();
  }

  private List<Wish> children() {
    List<Child> children = ForecastBench.children(rules.calendars().schedule());
    return children.stream().<Wish>map(child -> new Wish.Vaccination(NAME, child, null)).toList();
  }

  private void keep(SqlConnection connection, long citizen, Wish wish) {
    new Reminders(() -> rules, vault)
        .add(connection, new CitizenId(citizen), wish, Plan.NOW)
        .await();
  }

  private static LocalDate day() {
    return LocalDate.ofInstant(Plan.NOW, VietnamTime.ZONE);
  }
}
