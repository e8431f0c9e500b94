package vn.ansinh.edition;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.ansinh.officer.OfficerId;

/// Writes the tables `published_dates` and `proposed_dates`.
final class EditionStore {
  /// Of one row `d`.
  private static final String AUTHORS =
      "array(select o.name from officer o where o.id = any (d.authors) order by o.name)";

  private static final String EDITION =
      "select d.file, d.version, d.body, d.published_at, "
          + AUTHORS
          + " as names, p.name as publisher from published_dates d"
          + " join officer p on p.id = d.published_by ";

  /// The newest version of each file that has any.
  Future<Map<String, Integer>> versions(SqlClient client) {
    return client
        .query("select file, max(version) from published_dates group by file")
        .execute()
        .map(
            rows -> {
              Map<String, Integer> versions = new HashMap<>();
              rows.forEach(row -> versions.put(row.getString(0), row.getInteger(1)));
              return versions;
            });
  }

  Future<List<Edition>> newest(SqlClient client) {
    return client
        .query(
            EDITION
                + """
                where d.version = (
                  select max(version) from published_dates other where other.file = d.file)""")
        .execute()
        .map(EditionStore::editions);
  }

  /// The newest first.
  Future<List<Edition>> of(SqlClient client, DatesFile file, int most) {
    return client
        .preparedQuery(EDITION + "where d.file = $1 order by d.version desc limit $2")
        .execute(Tuple.of(file.path(), most))
        .map(EditionStore::editions);
  }

  Future<Optional<Edition>> find(SqlClient client, DatesFile file, int version) {
    return client
        .preparedQuery(EDITION + "where d.file = $1 and d.version = $2")
        .execute(Tuple.of(file.path(), version))
        .map(rows -> editions(rows).stream().findFirst());
  }

  Future<List<Proposal>> proposals(SqlClient client) {
    return client
        .query("select d.*, " + AUTHORS + " as names from proposed_dates d order by d.file")
        .execute()
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(EditionStore::proposal)
                    .toList());
  }

  /// Nobody else proposes or publishes until the transaction has ended.
  Future<Void> lock(SqlConnection transaction) {
    return transaction
        .query("lock table proposed_dates in share row exclusive mode")
        .execute()
        .mapEmpty();
  }

  /// In place of what was proposed before, whose authors it keeps.
  Future<Void> propose(
      SqlConnection transaction, DatesFile file, String body, OfficerId author, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into proposed_dates as d (file, body, authors, edited_at)
            values ($1, $2, array[$3::bigint], $4)
            on conflict (file) do update set body = excluded.body, edited_at = excluded.edited_at,
              revision = default,
              authors = array(select distinct unnest(d.authors || excluded.authors))""")
        .execute(Tuple.of(file.path(), body, author.value(), now.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /// @return whether there was one
  Future<Boolean> withdraw(SqlConnection transaction, DatesFile file) {
    return transaction
        .preparedQuery("delete from proposed_dates where file = $1")
        .execute(Tuple.of(file.path()))
        .map(rows -> rows.rowCount() > 0);
  }

  /// @return its version
  Future<Integer> publish(
      SqlConnection transaction, Proposal proposal, OfficerId publisher, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into published_dates (file, version, body, authors, published_by, published_at)
            select d.file,
              1 + coalesce((select max(version) from published_dates where file = d.file), 0),
              d.body, d.authors, $2, $3
            from proposed_dates d where d.file = $1
            returning version""")
        .execute(Tuple.of(proposal.file().path(), publisher.value(), now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private static List<Edition> editions(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new Edition(
                    DatesFile.ofPath(row.getString("file")),
                    row.getInteger("version"),
                    row.getString("body"),
                    List.of(row.getArrayOfStrings("names")),
                    row.getString("publisher"),
                    row.getOffsetDateTime("published_at").toInstant()))
        .toList();
  }

  private static Proposal proposal(Row row) {
    return new Proposal(
        DatesFile.ofPath(row.getString("file")),
        row.getLong("revision"),
        row.getString("body"),
        Arrays.stream(row.getArrayOfLongs("authors")).map(OfficerId::new).toList(),
        List.of(row.getArrayOfStrings("names")),
        row.getOffsetDateTime("edited_at").toInstant());
  }
}
