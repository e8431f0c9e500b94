package vn.ansinh.officer;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the audit log.
///
/// @param number counted from 1 without gaps
/// @param kind of actor: `officer`, `command-line`, `service`, `stranger`
/// @param officer set for `officer` only
/// @param details a JSON object, letter by letter as it is stored
public record Entry(
    long number,
    Instant at,
    String kind,
    @Nullable Long officer,
    String act,
    String object,
    String details) {
  /// What stands before the first row.
  public static final byte[] BEGINNING = new byte[32];

  /// From the columns of the table `audit`.
  public static Entry read(Row row) {
    return new Entry(
        row.getLong("number"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("kind"),
        row.getLong("officer_id"),
        row.getString("act"),
        row.getString("object"),
        row.getString("details"));
  }

  /// The same under another number.
  public Entry numbered(long other) {
    return new Entry(other, at, kind, officer, act, object, details);
  }

  /// Ties this row to all before it: SHA-256 over the hash of the row before and this row as a JSON
  /// array.
  public byte[] hash(byte[] previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      return digest.digest(canonical().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String canonical() {
    return new JsonArray()
        .add(number)
        .add(at.toString())
        .add(kind)
        .add(officer)
        .add(act)
        .add(object)
        .add(details)
        .encode();
  }
}
