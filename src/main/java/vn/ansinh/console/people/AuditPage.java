package vn.ansinh.console.people;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.log.AuditPages;
import vn.ansinh.officer.log.AuditPages.Line;
import vn.ansinh.officer.log.AuditPages.Wanted;

/// What everybody did, newest first, for administrators.
public final class AuditPage {
  private static final int SIZE = 50;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final AuditPages audit;
  private final Accounts accounts;

  public AuditPage(AuditPages audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  public void addTo(Desk desk) {
    desk.page("/console/audit", Role.ADMINISTRATOR, this::page);
  }

  private void page(Visit visit) {
    Wanted wanted =
        new Wanted(
            visit.parameter("officer"), visit.parameter("act"), number(visit.parameter("before")));
    List<Line> lines = audit.read(wanted, SIZE).await();
    boolean hasMore = lines.size() > SIZE;
    List<Line> shown = hasMore ? lines.subList(0, SIZE) : lines;
    List<String> logins =
        accounts.all().await().stream().map(each -> each.officer().login()).sorted().toList();
    visit.show(
        "console/audit.jte",
        Map.of(
            "lines", shown,
            "wanted", wanted,
            "logins", logins,
            "acts", audit.acts().await(),
            "older", hasMore ? shown.getLast().entry().number() : 0L));
  }

  private static @Nullable Long number(String text) {
    return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }
}
