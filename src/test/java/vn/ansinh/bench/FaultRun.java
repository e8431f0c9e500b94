package vn.ansinh.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Breaks what a service stands on, one thing after the other, and counts what came of the
/// questions asked meanwhile. Ends with 1 when one was lost, or something did not recover.
public final class FaultRun {
  /// One fault, whole: its own service and its own database.
  interface Fault {
    FaultRow run() throws Exception;
  }

  private static final Map<String, Fault> ALL = new LinkedHashMap<>();

  static {
    ALL.put("service-killed-webhook", () -> ProcessFaults.serviceKilled("webhook"));
    ALL.put("service-killed-polling", () -> ProcessFaults.serviceKilled("polling"));
    ALL.put("node-frozen", ProcessFaults::nodeFrozen);
    ALL.put("two-pollers", ProcessFaults::twoPollers);
    ALL.put("clock-steps", ProcessFaults::clockSteps);
    ALL.put("database-killed", DatabaseFaults::killed);
    ALL.put("database-frozen", DatabaseFaults::frozen);
    ALL.put("database-gone", DatabaseFaults::gone);
    ALL.put("disk-full", DatabaseFaults::diskFull);
    ALL.put("telegram-403", MessengerFaults::blocked);
    ALL.put("telegram-400", MessengerFaults::refused);
    ALL.put("telegram-500", MessengerFaults::failing);
    ALL.put("telegram-html", MessengerFaults::html);
    ALL.put("telegram-hangs", MessengerFaults::hanging);
    ALL.put("telegram-drops", MessengerFaults::dropping);
    ALL.put("knowledge-half-written", FileFaults::halfWritten);
  }

  private FaultRun() {}

  /// @param args of the faults, all when there is none
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<FaultRow> rows = new ArrayList<>();
    List<String> notRun = new ArrayList<>();
    for (String name : args.length == 0 ? List.copyOf(ALL.keySet()) : List.of(args)) {
      try {
        FaultRow row = named(name).run();
        rows.add(row);
        out.print(row.line());
      } catch (NotHere e) {
        notRun.add("NOT RUN: " + name + ": " + e.getMessage());
        out.println(notRun.getLast());
      }
    }
    out.print(System.lineSeparator() + FaultRow.head());
    rows.forEach(row -> out.print(row.line()));
    notRun.forEach(out::println);
    System.exit(rows.stream().allMatch(FaultRow::isGood) ? 0 : 1);
  }

  private static Fault named(String name) {
    Fault fault = ALL.get(name);
    if (fault == null) {
      throw new IllegalArgumentException("one of " + ALL.keySet() + ", not " + name);
    }
    return fault;
  }

  /// This machine cannot be broken so.
  static final class NotHere extends Exception {
    private static final long serialVersionUID = 1L;

    NotHere(String why) {
      super(why);
    }
  }
}
