package vn.ansinh.console.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.OfficeDay;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.form.Differences;
import vn.ansinh.console.dates.form.Part;
import vn.ansinh.edition.CalendarTexts.Checked;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.edition.Proposal;
import vn.ansinh.edition.Publishing.Answer;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.officer.Role;
import vn.ansinh.reminder.follow.Foresight;

/// A calendar that waits to be published: what it changes in words, in days and in reminders.
public final class ProposalPage {
  private static final int NEXT = 6;

  private final Tools tools;

  ProposalPage(Tools tools) {
    this.tools = tools;
  }

  /// The next days of one calendar before and after.
  ///
  /// @param about the name of a payment; empty for sessions
  public record Next(String about, List<Span> before, List<Span> after) {}

  /// A day that is something else than before.
  public record Turned(LocalDate day, OfficeDay before, OfficeDay after) {}

  /// @param faults why it cannot be published: what it names is no longer there
  public record Preview(
      List<Differences.Row> words,
      List<Next> next,
      List<Turned> turned,
      Foresight.Seen reminders,
      List<String> faults) {}

  void addTo(Desk desk) {
    String path = Tools.PATH + "/:calendar";
    desk.page(path + "/proposal", Role.READER, visit -> show(visit, 200, null));
    desk.form(path + "/publish", Role.APPROVER, this::publish);
    desk.form(path + "/withdraw", Role.WRITER, this::withdraw);
  }

  private void publish(Visit visit) {
    Tools.calendar(visit).ifPresent(file -> publish(visit, file));
  }

  private void publish(Visit visit, DatesFile file) {
    boolean isGood =
        tools
            .publishing()
            .proposal(file)
            .map(waiting -> tools.texts().with(file, waiting.body()).faults().isEmpty())
            .orElse(true);
    if (!isGood) {
      show(visit, 400, null);
      return;
    }
    long revision = revision(visit.field("revision"));
    Answer answer = tools.publishing().publish(visit.officer(), file, revision);
    if (answer == Answer.PUBLISHED) {
      tools.texts().published().look().await();
      visit.say(Said.DATES_PUBLISHED).go(Tools.PATH);
    } else {
      show(visit, 400, answer);
    }
  }

  /// What is no number is the revision of nothing.
  private static long revision(String typed) {
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  private void withdraw(Visit visit) {
    Tools.calendar(visit)
        .ifPresent(
            file -> {
              tools.publishing().withdraw(visit.officer(), file);
              visit.say(Said.DATES_WITHDRAWN).go(Tools.PATH);
            });
  }

  /// @param refusal null for none
  private void show(Visit visit, int status, @Nullable Answer refusal) {
    Tools.calendar(visit).ifPresent(file -> show(visit, file, status, refusal));
  }

  private void show(Visit visit, DatesFile file, int status, @Nullable Answer refusal) {
    Optional<Proposal> proposal = tools.publishing().proposal(file);
    Map<String, Object> values = new HashMap<>();
    values.put("file", file);
    values.put("proposal", proposal.orElse(null));
    values.put("preview", proposal.map(this::preview).orElse(null));
    values.put("isOwn", proposal.filter(each -> each.isBy(visit.officer().id())).isPresent());
    values.put("refusal", refusal);
    values.put("contacts", contacts());
    values.put("payments", names());
    visit.show(status, "console/dates/proposal.jte", values);
  }

  private Map<String, String> contacts() {
    return tools.base().get().contacts().values().stream()
        .collect(Collectors.toMap(KnowledgeBase.Contact::id, KnowledgeBase.Contact::nameAndPhone));
  }

  /// By benefit.
  private Map<String, String> names() {
    return tools.rules().get().calendars().payments().values().stream()
        .collect(Collectors.toMap(PaymentDays::benefit, PaymentDays::name));
  }

  private Preview preview(Proposal proposal) {
    DatesFile file = proposal.file();
    Checked checked = tools.texts().with(file, proposal.body());
    Calendars now = tools.rules().get().calendars();
    Calendars after = checked.calendars();
    return new Preview(
        Differences.of(file, Part.root(tools.texts().inUse(file)), Part.root(proposal.body())),
        next(now, after),
        turned(now.working().holidays(), after.working().holidays()),
        tools.foresight().of(tools.rules().get(), after),
        checked.faults().stream().map(fault -> fault.problem() + " " + fault.cure()).toList());
  }

  private List<Next> next(Calendars now, Calendars after) {
    List<Next> next = new ArrayList<>();
    next.add(next("", now, now.sessions().days(), after, after.sessions().days()));
    Map<String, PaymentDays> all = new TreeMap<>(now.payments());
    all.putAll(after.payments());
    all.forEach(
        (benefit, payment) ->
            next.add(next(payment.name(), now, days(now, benefit), after, days(after, benefit))));
    return next.stream().filter(each -> !each.before.equals(each.after)).toList();
  }

  private static @Nullable Recurrence days(Calendars calendars, String benefit) {
    PaymentDays payment = calendars.payments().get(benefit);
    return payment == null ? null : payment.days();
  }

  private Next next(
      String about,
      Calendars now,
      @Nullable Recurrence before,
      Calendars after,
      @Nullable Recurrence then) {
    return new Next(about, next(now, before), next(after, then));
  }

  private List<Span> next(Calendars calendars, @Nullable Recurrence days) {
    return days == null ? List.of() : DatesPage.next(calendars, days, tools.today(), NEXT);
  }

  /// From today on until the end of the year after next.
  private List<Turned> turned(Holidays now, Holidays after) {
    LocalDate today = tools.today();
    return today
        .datesUntil(LocalDate.of(today.getYear() + 3, 1, 1))
        .filter(day -> !now.on(day).equals(after.on(day)))
        .map(day -> new Turned(day, now.on(day), after.on(day)))
        .toList();
  }
}
