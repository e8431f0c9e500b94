package vn.ansinh.bench.growth;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.text.RichText;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// Fills a database as real use would leave it: every citizen with their conversation, profile,
/// consents and reminders, and with what they asked and were told in a month, spread over the days
/// for which it is kept. That is a sixth of what would be kept if they were as busy all the time.
final class Filling {
  private static final int KEPT_DAYS = 180;

  /// Messages to a citizen: two answers, a reminder, four announcements.
  private static final int MESSAGES = 7;

  static final int ANNOUNCEMENTS = 4;

  /// Prime, so that it visits all citizens in no order that an index would like.
  private static final int STRIDE = 7_919;

  private static final String PARAGRAPH =
      "Người từ đủ 75 tuổi, không có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng, được hưởng"
          + " trợ cấp hưu trí xã hội; hộ nghèo và cận nghèo từ đủ 70 tuổi. Nộp tờ khai tại phường.";

  private final SqlConnection connection;
  private final Vault vault;
  private final List<String> questions;
  private final int citizens;

  /// @param citizens who are there already, with numbers from 1
  Filling(SqlConnection connection, Vault vault, List<String> questions, int citizens) {
    this.connection = connection;
    this.vault = vault;
    this.questions = questions;
    this.citizens = citizens;
  }

  /// @param due reminders whose message was to go out today, left without a moment for now
  /// @return their numbers
  List<Long> fill(int due) {
    // Nothing of it need survive a power cut, and all of it fits together.
    run("set synchronous_commit = off");
    run("set session_replication_role = replica");
    run("set enable_seqscan = on");
    run("set work_mem = '64MB'");
    run("set maintenance_work_mem = '256MB'");
    people();
    List<Long> parked = reminders(due);
    withoutIndexes("inbound", this::received);
    withoutIndexes("delivery", this::sent);
    afterwards();
    run("vacuum analyze");
    run("checkpoint");
    return parked;
  }

  private void people() {
    run("update citizen set unreachable_at = $1 where id % 50 = 0", now());
    run("update citizen set stopped_at = $1 where id % 100 = 1", now());
    JsonObject state =
        new JsonObject()
            .put("offered", MessageJson.encode(answer()).getJsonArray("choices"))
            .put("clarified", false)
            .put("windowAt", Plan.NOW.minusSeconds(86_400).toEpochMilli())
            .put("inWindow", 1)
            .put("subject", "plan-II.2")
            .put("facet", "overview")
            .put("subjectAt", Plan.NOW.minusSeconds(86_400).toEpochMilli());
    run(
        """
        insert into conversation
        select id, unsealed($1), $2::timestamptz - make_interval(days => (id % 180)::integer) from citizen order by id""",
        state.encode(), now());
    run(
        """
        insert into consent (citizen_id, version, guardian, given_at, purpose)
        select id, '1', false, $1::timestamptz, purpose from citizen
        cross join unnest('{reminders,announcements}'::text[]) as p (purpose) order by id""",
        now());
  }

  /// Two of three citizens have one, or two.
  private List<Long> reminders(int due) {
    Samples samples = new Samples(vault);
    int some = samples.keep(connection);
    int ready = samples.keepDue(connection, some);
    openSamples();
    run(
        """
        insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
        select c.id, s.kind, s.benefit, unsealed(s.wish), s.next_at, $1::timestamptz from citizen c
        cross join generate_series(0, 1) as which
        join sample s on s.id = 1 + (c.id * 31 + which * 97) %% %1$d
        where c.id > %1$d + %2$d and (c.id + which) %% 3 <> 0
        order by c.id"""
            .formatted(some, ready),
        now());
    List<Long> parked = new ArrayList<>();
    for (Row row :
        connection
            .preparedQuery(
                """
                insert into reminder (citizen_id, kind, benefit, wish, created_at)
                select c.id, s.kind, s.benefit, unsealed(s.wish), $1::timestamptz from generate_series(1, %3$d) n
                join citizen c on c.id = 1 + n::bigint * %4$d %% %5$d
                join sample s on s.id = 1 + %1$d + n %% %2$d
                where c.stopped_at is null and c.unreachable_at is null
                returning id"""
                    .formatted(some, ready, due, STRIDE, citizens))
            .execute(Tuple.of(now()))
            .await()) {
      parked.add(row.getLong(0));
    }
    return parked;
  }

  /// As text: sealed they are their first owners' own.
  private void openSamples() {
    run(
        "create temp table sample (id bigint primary key, kind text, benefit text, wish text, next_at timestamptz)");
    for (Row row :
        connection
            .query("select id, kind, benefit, citizen_id, wish, next_at from reminder")
            .execute()
            .await()) {
      JsonObject wish =
          vault.json(Column.REMINDER_WISH, row.getLong("citizen_id"), row.getBuffer("wish"));
      run(
          "insert into sample values ($1, $2, $3, $4, $5)",
          row.getLong("id"),
          row.getString("kind"),
          row.getString("benefit"),
          wish.encode(),
          row.getOffsetDateTime("next_at"));
    }
  }

  private void received() {
    run(
        """
        insert into inbound (channel, key, citizen_id, reference, body, received_at)
        select 'telegram', 'earlier-' || n, 1 + n * %1$d %% %2$d, n::text,
          ($1::text[])[1 + n %% %3$d], $2::timestamptz - make_interval(secs => (%4$d - n) * %5$f)
        from generate_series(1, %4$d::bigint) n"""
            .formatted(STRIDE, citizens, questions.size(), 2L * citizens, seconds(2)),
        questions.toArray(String[]::new),
        now());
  }

  private void sent() {
    run(
        """
        insert into delivery (citizen_id, origin, message, reply_to, state, due_at, attempts, begun,
          reference, created_at, settled_at, broadcast_id, request)
        select 1 + n * %1$d %% %2$d, origin, case origin when 0 then $1::jsonb else $2::jsonb end,
          case origin when 0 then n::text end,
          case when n %% 200 = 0 then 'unreachable' when n %% 1001 = 0 then 'unknown' else 'sent' end,
          at, 1, 1, n::text, at, at,
          case origin when 2 then n %% %3$d - 2 end, case origin when 0 then 'r' || n end
        from (
          select n, $3::timestamptz - make_interval(secs => (%4$d - n) * %5$f) as at,
            case when n %% %3$d < 2 then 0 when n %% %3$d = 2 then 1 else 2 end as origin
          from generate_series(1, %4$d::bigint) n) as all_of_them"""
            .formatted(STRIDE, citizens, MESSAGES, messages(), seconds(MESSAGES)),
        MessageJson.encode(answer()),
        MessageJson.encode(new Message(RichText.of(PARAGRAPH), List.of())),
        now());
  }

  /// What belongs to the messages, and to no citizen any more.
  private void afterwards() {
    run(
        """
        insert into broadcast (title, body, fills, audience, state, version, created_at, launched_at,
          ended_at, recipients)
        select 'Thông báo ' || n, $1::text, '{}', '{"everyone": true}', 'done', 1, $2::timestamptz, $2, $2, %d
        from generate_series(1, %d) n"""
            .formatted(citizens, ANNOUNCEMENTS),
        PARAGRAPH,
        now());
    run(
        """
        insert into reminder_message
          (reminder_id, due, lead, send_at, outcome, decided_at, delivery_id)
        select r.id, (d.settled_at + interval '30 days')::date, '30-before', d.settled_at, 'queued',
          d.settled_at, d.id
        from delivery d
        join lateral (
          select id from reminder where citizen_id = d.citizen_id order by id limit 1) r on true
        where d.origin = 1
        on conflict do nothing""");
    run(
        """
        insert into daily_figure
        select $1::timestamptz::date - n, outcome, 'plan-II.2', %d from generate_series(0, 700) n
        cross join unnest('{answered,asked_back,refused}'::text[]) as o (outcome)"""
            .formatted(1 + citizens / 45),
        now());
    run(
        """
        insert into rating select id, 'plan-II.2', 'overview', id % 5 <> 0, null::text, $1::timestamptz
        from citizen where id % 10 = 0""",
        now());
    // As many as officers may leave over: one of a hundred questions.
    run(
        """
        insert into unanswered_question (question, asked_on)
        select ($1::text[])[1 + n %% %d] || ' ' || n / 5, $2::timestamptz::date from generate_series(1, %d) n"""
            .formatted(questions.size(), citizens / 50),
        questions.toArray(String[]::new),
        now());
  }

  /// As a long text with a few buttons.
  private static Message answer() {
    return new Message(
        RichText.join(
            List.of(RichText.of(PARAGRAPH), RichText.of(PARAGRAPH), RichText.of(PARAGRAPH))),
        List.of(
            new Choice("Ai được hưởng", "a:plan-II.2:who"),
            new Choice("Mức hưởng", "a:plan-II.2:amount"),
            new Choice("Nộp ở đâu", "a:plan-II.2:where")));
  }

  private long messages() {
    return (long) MESSAGES * citizens;
  }

  /// Between two messages of all.
  private double seconds(int each) {
    return KEPT_DAYS * 86_400.0 / ((double) each * citizens);
  }

  /// An index is made much faster than it grows.
  private void withoutIndexes(String table, Runnable work) {
    Map<String, String> indexes = new TreeMap<>();
    connection
        .preparedQuery(
            """
            select i.indexname, i.indexdef from pg_indexes i
            where i.tablename = $1 and not exists (
              select from pg_constraint c where c.conname = i.indexname)""")
        .execute(Tuple.of(table))
        .await()
        .forEach(row -> indexes.put(row.getString(0), row.getString(1)));
    indexes.keySet().forEach(name -> run("drop index " + name));
    work.run();
    indexes.values().forEach(this::run);
  }

  private void run(String sql, Object... values) {
    connection.preparedQuery(sql).execute(Tuple.from(values)).await();
  }

  private static OffsetDateTime now() {
    return Plan.NOW.atOffset(ZoneOffset.UTC);
  }
}
