package vn.ansinh.conversation.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.conversation.rating.Mark;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// Writes the tables `rating` and `unhelped_question`.
final class RatingStore {
  private record Answered(CitizenId citizen, EntitlementId entitlement, Facet facet) {}

  /// The ratings of one transaction: of one answer by one citizen only the last.
  static final class Batch {
    private final Map<Answered, Mark> marks = new LinkedHashMap<>();

    void forget(CitizenId citizen) {
      marks.keySet().removeIf(each -> each.citizen.equals(citizen));
    }

    void add(CitizenId citizen, Rating rating) {
      marks.put(new Answered(citizen, rating.entitlement(), rating.facet()), rating.mark());
    }
  }

  private final Map<Mark, LongAdder> counts =
      Arrays.stream(Mark.values()).collect(Collectors.toMap(mark -> mark, _ -> new LongAdder()));

  Future<Void> write(SqlConnection connection, Batch batch, Instant now) {
    if (batch.marks.isEmpty()) {
      return Future.succeededFuture();
    }
    Map<Answered, Mark> unhelpful = new LinkedHashMap<>(batch.marks);
    unhelpful.values().removeIf(Mark.HELPFUL::equals);
    Future<?> rated = rate(connection, batch.marks, now);
    Future<?> kept = unhelpful.isEmpty() ? rated : keep(connection, unhelpful);
    return Future.all(rated, kept).mapEmpty();
  }

  /// A reason that was given stays when 👎 is tapped again.
  private static Future<?> rate(SqlConnection connection, Map<Answered, Mark> marks, Instant now) {
    return connection
        .preparedQuery(
            """
            insert into rating (citizen_id, entitlement, facet, helpful, why, rated_at)
            select citizen_id, entitlement, facet, helpful, why, $6
            from unnest($1::bigint[], $2::text[], $3::text[], $4::boolean[], $5::text[])
              as r (citizen_id, entitlement, facet, helpful, why)
            on conflict (citizen_id, entitlement, facet) do update set
              helpful = excluded.helpful,
              why = case when not excluded.helpful then coalesce(excluded.why, rating.why) end,
              rated_at = excluded.rated_at""")
        .execute(
            Tuple.of(
                citizens(marks),
                entitlements(marks),
                facets(marks),
                marks.values().stream().map(Mark.HELPFUL::equals).toArray(Boolean[]::new),
                reasons(marks),
                now.atOffset(ZoneOffset.UTC)));
  }

  /// Looks for the words that the last such answer replied to: only a tapped 👎 pays for this, and
  /// nothing has to be remembered of a question until then.
  private static Future<?> keep(SqlConnection connection, Map<Answered, Mark> marks) {
    return connection
        .preparedQuery(
            """
            insert into unhelped_question (question, entitlement, facet, why, asked_on)
            select distinct on (entitlement, facet, asked_on, question)
              regexp_replace(asked.body, $6, '…', 'g') as question, entitlement, facet, why,
              (answer.created_at at time zone $7)::date as asked_on
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
              as r (citizen_id, entitlement, facet, why, button)
            cross join lateral (
              select created_at, reply_to from delivery d
              where d.citizen_id = r.citizen_id
                and d.message -> 'reactions' @> jsonb_build_array(jsonb_build_array(r.button))
              order by id desc limit 1) as answer
            cross join lateral (
              select body from inbound i
              where i.citizen_id = r.citizen_id and i.received_at <= answer.created_at
                and (answer.reply_to is null or i.reference = answer.reply_to)
              order by received_at desc limit 1) as asked
            where asked.body <> ''
            order by entitlement, facet, asked_on, question, why
            on conflict (entitlement, facet, asked_on, md5(question)) do update set
              why = coalesce(excluded.why, unhelped_question.why)""")
        .execute(
            Tuple.of(
                citizens(marks),
                entitlements(marks),
                facets(marks),
                reasons(marks),
                marks.keySet().stream().map(RatingStore::button).toArray(String[]::new),
                PersonalData.LONG_NUMBER.pattern(),
                VietnamTime.ZONE.getId()));
  }

  /// Once a batch is committed.
  void count(Batch batch) {
    counts.forEach((mark, count) -> count.add(Collections.frequency(batch.marks.values(), mark)));
  }

  void bindTo(MeterRegistry meters) {
    counts.forEach(
        (mark, count) ->
            FunctionCounter.builder("ansinh.ratings", count, LongAdder::sum)
                .tag("mark", name(mark))
                .register(meters));
  }

  private static Long[] citizens(Map<Answered, Mark> marks) {
    return marks.keySet().stream().map(each -> each.citizen.value()).toArray(Long[]::new);
  }

  private static String[] entitlements(Map<Answered, Mark> marks) {
    return marks.keySet().stream().map(each -> each.entitlement.value()).toArray(String[]::new);
  }

  private static String[] facets(Map<Answered, Mark> marks) {
    return marks.keySet().stream().map(each -> each.facet.key()).toArray(String[]::new);
  }

  private static @Nullable String[] reasons(Map<Answered, Mark> marks) {
    return marks.values().stream()
        .map(mark -> Mark.REASONS.contains(mark) ? name(mark) : null)
        .toArray(String[]::new);
  }

  private static String button(Answered answered) {
    return new Rating(answered.entitlement, answered.facet, Mark.UNHELPFUL).data();
  }

  private static String name(Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }
}
