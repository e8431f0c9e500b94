package vn.ansinh.bench.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What was measured as a table in Markdown: a row for each figure, a column for each number of
/// citizens, and how many times as much it is as with the fewest.
final class Table {
  private final List<Measured> all;
  private final List<String> lines = new ArrayList<>();

  private Table(List<Measured> all) {
    this.all = all;
  }

  /// @param all the fewest citizens first
  static String of(List<Measured> all) {
    Table table = new Table(all);
    table.line("citizens", each -> "%,d".formatted(each.citizens()));
    table.lines.add("|---|" + "--:|".repeat(all.size()));
    table.database();
    table.chats();
    table.unasked();
    table.machine();
    all.getFirst()
        .pages()
        .keySet()
        .forEach(page -> table.grown("page: " + page, "%.2f s", each -> each.pages().get(page)));
    return String.join("\n", table.lines);
  }

  private void database() {
    line("rows", each -> "%,d".formatted(each.rows()));
    grown("database on disk", "%,.0f MB", Measured::diskMegabytes);
    grown("start, until it listens", "%.2f s", Measured::startSeconds);
  }

  private void chats() {
    line(
        "questions asked / answered a second",
        each ->
            "%.1f / %.1f"
                .formatted(each.chats().askedPerSecond(), each.chats().answeredPerSecond()));
    grown("answer p50", "%.0f ms", each -> each.chats().p50());
    grown("answer p95", "%.0f ms", each -> each.chats().p95());
    grown("answer p99", "%.0f ms", each -> each.chats().p99());
    line(
        "answers lost / come twice", each -> each.chats().lost() + " / " + each.chats().repeated());
    grown("most answers a second, nothing else going on", "%.0f", Measured::most);
  }

  private void unasked() {
    line(
        "reminders due / sent / late",
        each ->
            "%d / %d / %d"
                .formatted(
                    each.reminders().due(), each.reminders().sent(), each.reminders().late()));
    grown("reminder, median from due to there", "%.0f s", each -> each.reminders().median());
    grown("launch of the broadcast", "%.2f s", each -> each.broadcast().launchSeconds());
    line(
        "broadcast a second, of what is permitted",
        each ->
            "%.1f, %.0f %%"
                .formatted(each.broadcast().perSecond(), 100 * each.broadcast().share()));
    line("announcements come twice", each -> String.valueOf(each.repeated()));
  }

  private void machine() {
    grown("resident memory, service", "%.0f MB", each -> each.machine().javaMegabytes());
    grown("resident memory, PostgreSQL", "%.0f MB", each -> each.machine().postgresMegabytes());
    grown("processors busy, service", "%.2f", each -> each.machine().javaProcessors());
    grown("processors busy, PostgreSQL", "%.2f", each -> each.machine().postgresProcessors());
    grown("rows read a second", "%,.0f", each -> each.machine().rowsPerSecond());
  }

  private void line(String name, Function<Measured, String> value) {
    StringBuilder line = new StringBuilder("| ").append(name).append(" |");
    all.forEach(each -> line.append(' ').append(value.apply(each)).append(" |"));
    lines.add(line.toString());
  }

  private void grown(String name, String format, ToDoubleFunction<Measured> value) {
    double first = value.applyAsDouble(all.getFirst());
    line(
        name,
        each -> {
          double own = value.applyAsDouble(each);
          String plain = String.format(Locale.ROOT, format, own);
          return each == all.getFirst()
              ? plain
              : plain + String.format(Locale.ROOT, " (×%.1f)", own / first);
        });
  }
}
