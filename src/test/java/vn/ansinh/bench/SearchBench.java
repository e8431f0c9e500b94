package vn.ansinh.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;

/// Search time on the real knowledge base and on larger ones made from it by varied copies. A copy
/// has a few of its original's passages and example questions, or 50,000 would not fit in memory
/// while they are being indexed.
final class SearchBench {
  private static final int ROUNDS = 20;
  private static final double VARIED = 0.1;
  private static final int PASSAGES = 2;
  private static final int EXAMPLES_EACH_FACET = 1;

  private SearchBench() {}

  static void print(PrintStream out, List<String> questions) {
    Loaded loaded = KnowledgeFiles.load(Path.of("knowledge-base"), Clock.system(VietnamTime.ZONE));
    if (!(loaded instanceof Loaded.Good good)) {
      throw new IllegalStateException("the knowledge base is broken");
    }
    measure(out, good.base(), questions);
    for (int size : List.of(5_000, 50_000)) {
      measure(out, grown(good.base(), size), questions);
    }
  }

  private static void measure(PrintStream out, KnowledgeBase base, List<String> questions) {
    try (SearchIndex index = SearchIndex.of(base, SearchSettings.DEFAULT)) {
      int rounds = base.entitlements().size() > 10_000 ? 2 : ROUNDS;
      for (int i = 0; i < rounds; i++) {
        questions.forEach(index::search);
      }
      long[] nanos = new long[rounds * questions.size()];
      for (int i = 0; i < nanos.length; i++) {
        long begun = System.nanoTime();
        index.search(questions.get(i % questions.size()));
        nanos[i] = System.nanoTime() - begun;
      }
      Arrays.sort(nanos);
      out.printf(
          "%-58s p50 %.2f ms, p99 %.2f ms%n",
          "search, " + base.entitlements().size() + " entries",
          nanos[nanos.length / 2] / 1e6,
          nanos[(int) (nanos.length * 0.99)] / 1e6);
    }
  }

  private static KnowledgeBase grown(KnowledgeBase base, int size) {
    List<Entitlement> originals = List.copyOf(base.all());
    List<String> words =
        originals.stream()
            .flatMap(entry -> entry.exampleTexts().stream())
            .flatMap(example -> Arrays.stream(example.split(" ")))
            .distinct()
            .toList();
    Random random = new Random(1);
    TreeMap<EntitlementId, Entitlement> grown = new TreeMap<>(base.entitlements());
    for (int i = 0; grown.size() < size; i++) {
      Entitlement original = originals.get(i % originals.size());
      EntitlementId id = new EntitlementId("copy-" + i);
      grown.put(id, varied(original, id, words, random));
    }
    return new KnowledgeBase(
        grown,
        base.parameters(),
        base.documents(),
        base.contacts(),
        base.areas(),
        base.circles(),
        base.phrases(),
        base.lexicon());
  }

  private static Entitlement varied(
      Entitlement entry, EntitlementId id, List<String> words, Random random) {
    return new Entitlement(
        id,
        varied(entry.title(), words, random),
        entry.shortTitle(),
        entry.area(),
        entry.programme(),
        entry.grade(),
        entry.contact(),
        entry.reviewedOn(),
        entry.aliases().stream().map(text -> varied(text, words, random)).toList(),
        varied(entry.examples(), words, random),
        entry.ages(),
        List.of(),
        entry.basis(),
        entry.passages().stream().limit(PASSAGES).toList(),
        entry.file());
  }

  private static Map<Facet, List<String>> varied(
      Map<Facet, List<String>> examples, List<String> words, Random random) {
    Map<Facet, List<String>> varied = new EnumMap<>(Facet.class);
    examples.forEach(
        (facet, texts) ->
            varied.put(
                facet,
                texts.stream()
                    .limit(EXAMPLES_EACH_FACET)
                    .map(text -> varied(text, words, random))
                    .toList()));
    return varied;
  }

  private static String varied(String text, List<String> words, Random random) {
    List<String> varied = new ArrayList<>();
    for (String word : text.split(" ")) {
      boolean change = random.nextDouble() < VARIED;
      varied.add(change ? words.get(random.nextInt(words.size())) : word);
    }
    return String.join(" ", varied);
  }
}
