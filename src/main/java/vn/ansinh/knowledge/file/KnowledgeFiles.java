package vn.ansinh.knowledge.file;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.text.Phrases;

/// Reads and checks a knowledge directory as a whole.
public final class KnowledgeFiles {
  private final Folder folder;
  private final LocalDate today;

  private KnowledgeFiles(Folder folder, LocalDate today) {
    this.folder = folder;
    this.today = today;
  }

  /// @param clock says, in its own zone, which law has ended
  public static Loaded load(Path directory, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return new KnowledgeFiles(new Folder(directory, new Faults()), today).load();
  }

  /// The holidays alone; with faults they are of no use.
  public static Holidays holidays(Path directory, Clock clock, Consumer<List<Fault>> faulty) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    Folder folder = new Folder(directory, new Faults());
    LawTables law = new LawTables(folder, today);
    Holidays holidays = law.holidays(law.documents());
    if (!folder.faults().none()) {
      faulty.accept(folder.faults().all());
    }
    return holidays;
  }

  private Loaded load() {
    Faults faults = folder.faults();
    WordTables words = new WordTables(folder);
    LawTables law = new LawTables(folder, today);
    Optional<Phrases> phrases = words.phrases();
    Lexicon lexicon = words.lexicon();
    Map<String, LegalDocument> documents = law.documents();
    // What the entries point to; what the service says and hears is added at the end.
    KnowledgeBase tables =
        new KnowledgeBase(
            new TreeMap<>(),
            documents.isEmpty() ? Map.of() : law.parameters(documents),
            documents,
            words.contacts(),
            words.areas(),
            words.circles(),
            Phrases.ofKeys(),
            Lexicon.EMPTY);
    // Read only to be checked: what needs them reads them alone.
    if (!documents.isEmpty()) {
      law.holidays(documents);
    }
    ScheduleFiles schedules = new ScheduleFiles(folder);
    schedules.vaccination();
    schedules.sessions();
    schedules.payments(tables.contacts().keySet());
    if (isUnreadable(tables)) {
      return new Loaded.Broken(faults.all());
    }
    SortedMap<EntitlementId, Entitlement> entitlements = entitlements(tables, law, words);
    if (!faults.none() || phrases.isEmpty()) {
      return new Loaded.Broken(faults.all());
    }
    return new Loaded.Good(whole(tables, entitlements, phrases.get(), lexicon), faults.stale());
  }

  private static KnowledgeBase whole(
      KnowledgeBase tables,
      SortedMap<EntitlementId, Entitlement> entitlements,
      Phrases phrases,
      Lexicon lexicon) {
    return new KnowledgeBase(
        entitlements,
        tables.parameters(),
        tables.documents(),
        tables.contacts(),
        tables.areas(),
        tables.circles(),
        phrases,
        lexicon);
  }

  /// Whether a table is missing as a whole: every entry would be wrong for no fault of its own.
  private static boolean isUnreadable(KnowledgeBase tables) {
    return tables.documents().isEmpty()
        || tables.parameters().isEmpty()
        || tables.contacts().isEmpty()
        || tables.areas().isEmpty();
  }

  private SortedMap<EntitlementId, Entitlement> entitlements(
      KnowledgeBase tables, LawTables law, WordTables words) {
    List<String> files = folder.entitlements();
    Set<String> ids = files.stream().map(EntitlementFile::stem).collect(Collectors.toSet());
    Map<String, String> seen = new HashMap<>();
    SortedMap<EntitlementId, Entitlement> entitlements = new TreeMap<>();
    for (String file : files) {
      Faults.In in = folder.faults().in(file);
      String before = seen.putIfAbsent(EntitlementFile.stem(file), file);
      if (before != null) {
        in.add(0, "Mục này đã có ở " + before + ".", "Giữ lại một tệp, xóa tệp kia.");
      }
      Style style = new Style(tables, today, in);
      folder
          .text(file)
          .flatMap(
              new EntitlementFile(file, in, words.examples(file), tables, ids, law, style)::read)
          .ifPresent(entitlement -> entitlements.put(entitlement.id(), entitlement));
    }
    if (files.isEmpty()) {
      folder
          .faults()
          .in("entitlements")
          .add(0, "Chưa có mục nào.", "Thêm tệp entitlements/<chủ đề>/<mã>.md.");
    }
    return entitlements;
  }
}
