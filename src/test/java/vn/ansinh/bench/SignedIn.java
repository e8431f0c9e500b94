package vn.ansinh.bench;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.time.Instant;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.officer.session.Sessions;

/// The browser of the officer with the lowest number, who is signed in.
public final class SignedIn {
  private final String address;
  private final String cookie;

  /// @param address of the service
  /// @param now what time it is for the service
  public SignedIn(Pool pool, String address, Instant now) {
    this.address = address;
    this.cookie =
        "ansinh_console="
            + pool.withTransaction(
                    transaction ->
                        transaction
                            .query("select min(id) from officer")
                            .execute()
                            .compose(
                                rows ->
                                    new Sessions(SessionTimes.DEFAULT)
                                        .open(
                                            transaction,
                                            new OfficerId(rows.iterator().next().getLong(0)),
                                            Session.Stage.FULL,
                                            now)))
                .await()
                .text();
  }

  /// @param path of the page
  /// @return how many bytes came
  public long fetch(String path) {
    try {
      URLConnection connection = URI.create(address + path).toURL().openConnection();
      connection.setRequestProperty("Cookie", cookie);
      try (InputStream in = connection.getInputStream()) {
        return in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
