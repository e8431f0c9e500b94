package vn.ansinh.officer.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Vietnamese;

/// Passwords as argon2id, hashed on two threads of their own: each takes some 40 milliseconds and
/// 19 MiB (the least that OWASP's cheat sheet on password storage asks for).
public final class Passwords implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 40;
  private static final int KIBIBYTES = 19_456;
  private static final int ROUNDS = 2;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /// Costs as much as a real one and fits no password.
  private static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final WorkerExecutor worker;
  private final AtomicInteger waiting = new AtomicInteger();

  public Passwords(Vertx vertx) {
    this.worker = vertx.createSharedWorkerExecutor("passwords", THREADS);
  }

  /// Whether so many wait that one more would wait for too long, and take the place of a citizen.
  boolean isBusy() {
    return waiting.get() >= MOST_WAITING;
  }

  /// With its parameters and its salt, as the database keeps it.
  Future<String> hash(String password) {
    return queued(
        () ->
            Password.hash(Vietnamese.nfc(password))
                .addRandomSalt(SALT_BYTES)
                .with(Argon2Function.getInstance(KIBIBYTES, ROUNDS, 1, HASH_BYTES, Argon2.ID))
                .getResult());
  }

  /// Takes as long when there is nothing to compare with.
  ///
  /// @param hash null when nobody has this login, or no password was chosen yet
  Future<Boolean> matches(String password, @Nullable String hash) {
    String compared = hash == null ? NOBODYS : hash;
    return queued(
        () ->
            Password.check(Vietnamese.nfc(password), compared)
                    .with(Argon2Function.getInstanceFromHash(compared))
                && hash != null);
  }

  private <T> Future<T> queued(java.util.concurrent.Callable<T> work) {
    waiting.incrementAndGet();
    return worker.executeBlocking(work, false).onComplete(_ -> waiting.decrementAndGet());
  }

  @Override
  public void close() {
    worker.close().await();
  }
}
