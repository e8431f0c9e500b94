package vn.ansinh.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a backup says of itself before its rows.
///
/// @param migration the newest that the database had
/// @param parts in the order in which their rows follow
public record Header(String migration, Instant made, List<Part> parts) {

  /// @param sequences the last number that each identity column was given
  record Part(String table, long rows, Map<String, Long> sequences) {
    /// The table that it is of.
    Table in(List<Table> tables) {
      return tables.stream().filter(each -> each.name().equals(table)).findFirst().orElseThrow();
    }
  }

  /// Of all tables.
  public long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  public int tables() {
    return parts.size();
  }

  String json() {
    JsonArray tables = new JsonArray();
    for (Part part : parts) {
      JsonObject sequences = new JsonObject();
      part.sequences.forEach(sequences::put);
      tables.add(
          new JsonObject()
              .put("table", part.table)
              .put("rows", part.rows)
              .put("sequences", sequences));
    }
    return new JsonObject()
        .put("migration", migration)
        .put("made", made)
        .put("tables", tables)
        .encode();
  }

  static Header parse(String line) {
    try {
      JsonObject json = new JsonObject(line);
      List<Part> parts = new ArrayList<>();
      for (Object each : json.getJsonArray("tables")) {
        JsonObject table = (JsonObject) each;
        Map<String, Long> sequences = new HashMap<>();
        JsonObject told = table.getJsonObject("sequences");
        told.fieldNames().forEach(column -> sequences.put(column, told.getLong(column)));
        parts.add(new Part(table.getString("table"), table.getLong("rows"), sequences));
      }
      return new Header(json.getString("migration"), json.getInstant("made"), parts);
    } catch (DecodeException | DateTimeException | ClassCastException | NullPointerException e) {
      throw new BackupException("Phần đầu của bản sao lưu không đọc được: tệp đã hỏng.", e);
    }
  }
}
