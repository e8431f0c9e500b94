package vn.ansinh.edition;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The editions that stand in the place of files at the moment, as this node knows them.
public final class Published {
  private static final long LOOK_MILLIS = 1_000;

  private final Pool pool;
  private final EditionStore store = new EditionStore();
  private volatile Editions current = new Editions(List.of());

  public Published(Pool pool) {
    this.pool = pool;
  }

  /// One of each file at most; another object when anything was published.
  public static final class Editions {
    private final Map<DatesFile, Edition> newest = new EnumMap<>(DatesFile.class);

    private Editions(List<Edition> editions) {
      editions.forEach(edition -> newest.put(edition.file(), edition));
    }

    public Optional<Edition> of(DatesFile file) {
      return Optional.ofNullable(newest.get(file));
    }

    /// By path inside the knowledge directory.
    public Map<String, String> texts() {
      Map<String, String> texts = new HashMap<>();
      newest.forEach((file, edition) -> texts.put(file.path(), edition.body()));
      return texts;
    }

    private Map<String, Integer> versions() {
      Map<String, Integer> versions = new HashMap<>();
      newest.forEach((file, edition) -> versions.put(file.path(), edition.version()));
      return versions;
    }
  }

  /// As of the last look.
  public Editions current() {
    return current;
  }

  /// Asks the database; after it, [#current] is what was published before the question.
  public Future<Void> look() {
    return store
        .versions(pool)
        .compose(
            versions ->
                versions.equals(current.versions())
                    ? Future.succeededFuture()
                    : store
                        .newest(pool)
                        .onSuccess(editions -> current = new Editions(editions))
                        .mapEmpty());
  }

  /// Looks once a second. What keeps the database away is seen elsewhere; the next second looks
  /// again.
  ///
  /// @return ends it
  public Runnable watch(Vertx vertx) {
    long timer = vertx.setPeriodic(LOOK_MILLIS, _ -> look());
    return () -> vertx.cancelTimer(timer);
  }
}
