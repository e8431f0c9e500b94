package vn.ansinh.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.packed.PackedKnowledge;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.search.facet.FacetModel;
import vn.ansinh.search.index.PassageIndex;

/// The checked knowledge base and its index as an earlier run left them beside the program, in
/// `ansinh.prepared/`: opened in a fraction of the time that reading, checking and indexing take.
///
/// Nothing depends on it. It is opened only when neither a file of the knowledge base nor the
/// program has changed since, and not a bit of it either; otherwise it is as if it were not there.
final class PreparedLibrary {
  private static final String KNOWLEDGE = "knowledge";
  private static final String CONTENTS = "contents";

  private final @Nullable Path program;
  private final Path knowledge;
  private final SearchSettings settings;
  private final boolean manyQuestions;

  /// @param checkedOn the day whose law its texts were checked against
  record Opened(Library library, List<Fault> stale, LocalDate checkedOn) {}

  /// @param program the jar beside which it is kept; null keeps nothing
  /// @param manyQuestions whether it is opened for a service that runs for long
  PreparedLibrary(
      @Nullable Path program, Path knowledge, SearchSettings settings, boolean manyQuestions) {
    this.program = program;
    this.knowledge = knowledge;
    this.settings = settings;
    this.manyQuestions = manyQuestions;
  }

  /// The jar that is running; null when the classes are in a directory.
  static @Nullable Path runningJar() {
    try {
      CodeSource source = PreparedLibrary.class.getProtectionDomain().getCodeSource();
      Path place = source == null ? null : Path.of(source.getLocation().toURI());
      return place != null && Files.isRegularFile(place) ? place : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /// What the files of the knowledge base and the program are at this moment; empty when nothing
  /// can be kept.
  String key() {
    try {
      return program == null
          ? ""
          : Fingerprint.of(program, CONTENTS) + Fingerprint.of(knowledge, CONTENTS);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  /// What an earlier run left for this key.
  Optional<Opened> open(String key) {
    Path place = place(key);
    if (place == null || !Files.isRegularFile(place.resolve(CONTENTS))) {
      return Optional.empty();
    }
    try {
      String contents = Files.readString(place.resolve(CONTENTS));
      int line = contents.indexOf('\n');
      return contents.substring(line + 1).equals(key + Fingerprint.of(place, CONTENTS))
          ? Optional.of(open(place, LocalDate.parse(contents.substring(0, line))))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Spoiled, or taken away by another run: as if it were not there.
      return Optional.empty();
    }
  }

  private Opened open(Path place, LocalDate checkedOn) throws IOException {
    CompletableFuture<PassageIndex> passages = CompletableFuture.supplyAsync(() -> passages(place));
    Loaded.Good good = Unpacker.unpack(place.resolve(KNOWLEDGE), PackedKnowledge::unpack);
    SearchIndex index = SearchIndex.of(good.base(), settings, passages::join, () -> sides(place));
    return new Opened(new Library(good.base(), index), good.stale(), checkedOn);
  }

  private PassageIndex passages(Path place) {
    try {
      return PassageIndex.open(place, manyQuestions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FacetModel sides(Path place) {
    try {
      return FacetModel.open(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Builds the index of a knowledge base, and leaves both for the next run where that can be done.
  ///
  /// @param key from before the files were read
  Opened prepare(String key, Loaded.Good good, LocalDate today) {
    Path place = place(key);
    SearchIndex index =
        place == null
            ? SearchIndex.of(good.base(), settings)
            : kept(place, key, good, today).orElseGet(() -> SearchIndex.of(good.base(), settings));
    return new Opened(new Library(good.base(), index), good.stale(), today);
  }

  private Optional<SearchIndex> kept(Path place, String key, Loaded.Good good, LocalDate today) {
    // Written under another name: nobody opens what is not complete.
    Path draft = place.resolveSibling("draft-" + ProcessHandle.current().pid());
    try {
      delete(draft);
      Files.createDirectories(draft);
      SearchIndex index = SearchIndex.write(good.base(), settings, draft);
      note(draft, key, good, today);
      delete(place);
      Files.move(draft, place);
      deleteOthers(place);
      return Optional.of(index);
    } catch (IOException | UncheckedIOException e) {
      delete(draft);
      return Optional.empty();
    }
  }

  /// Notes for the next run that what stands prepared was checked against another day's law. Its
  /// index stays as it is.
  ///
  /// @param key from before the files were read
  void checked(String key, Loaded.Good good, LocalDate today) {
    Path place = place(key);
    if (place != null && Files.isRegularFile(place.resolve(CONTENTS))) {
      try {
        note(place, key, good, today);
      } catch (IOException | UncheckedIOException e) {
        delete(place);
      }
    }
  }

  private static void note(Path place, String key, Loaded.Good good, LocalDate today)
      throws IOException {
    Packer packer = new Packer();
    PackedKnowledge.pack(good, packer);
    // Not written over: a run that has opened it still reads there.
    Path fresh = place.resolve(KNOWLEDGE + ".fresh");
    packer.write(fresh);
    Files.move(fresh, place.resolve(KNOWLEDGE), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        place.resolve(CONTENTS), today + "\n" + key + Fingerprint.of(place, CONTENTS));
  }

  private @Nullable Path place(String key) {
    return program == null || key.isEmpty()
        ? null
        : program.resolveSibling("ansinh.prepared").resolve(Integer.toHexString(key.hashCode()));
  }

  /// One is enough: that of the files as they are now.
  private static void deleteOthers(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place.resolveSibling("."))) {
      all.filter(each -> !each.getFileName().equals(place.getFileName()))
          .forEach(PreparedLibrary::delete);
    }
  }

  /// As far as it can be deleted.
  private static void delete(Path place) {
    try (Stream<Path> all = Files.walk(place)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // Not there, or going away in another's hands.
    }
  }
}
