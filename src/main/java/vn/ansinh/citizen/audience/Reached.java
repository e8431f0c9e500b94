package vn.ansinh.citizen.audience;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.citizen.Profile;
import vn.ansinh.vault.Vault;

/// The citizens whom an announcement to an audience reaches, as the database finds them: those of
/// it who may be written to, and never who stopped messages, cannot be reached or was erased. Who
/// has two chats is reached once, in the chosen one, or in the older when none is chosen; in the
/// other only when nobody can be reached there.
public final class Reached {
  private final List<Object> values = new ArrayList<>();
  private final String condition;

  private final Vault vault;

  private Reached(Audience audience, Collection<String> channels, Vault vault) {
    this.vault = vault;
    String some = value(channels.toArray(String[]::new));
    String reachable =
        open("c", some)
            + """

              and not exists (
                select 1 from joined_chat j join citizen o on o.id = j.other_id
                where j.citizen_id = c.id and coalesce(j.chosen_id, least(c.id, o.id)) = o.id
                  and %s)"""
                .formatted(open("o", some));
    this.condition = reachable + "\n  and " + sql(audience);
  }

  private static String open(String chat, String channels) {
    return """
        %1$s.channel = any(%2$s) and not %1$s.is_group and %1$s.stopped_at is null
          and %1$s.unreachable_at is null and %1$s.erased_at is null"""
        .formatted(chat, channels);
  }

  /// @param channels on which a citizen may be written to first
  public static Reached of(Audience audience, Collection<String> channels, Vault vault) {
    return new Reached(audience, channels, vault);
  }

  /// To stand after FROM; the citizen is `c`.
  public String from() {
    return "citizen c left join profile p on p.citizen_id = c.id";
  }

  /// To stand after WHERE; its parameters are [#values], from `$1`.
  public String where() {
    return condition;
  }

  public List<Object> values() {
    return List.copyOf(values);
  }

  /// How many they are at this moment.
  public Future<Integer> count(SqlClient client) {
    return client
        .preparedQuery("select count(*) from " + from() + "\nwhere " + where())
        .execute(Tuple.from(values))
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  private String value(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  /// Never null, so that it can be negated: who said nothing is in no group.
  private String sql(Audience audience) {
    return switch (audience) {
      case Audience.Everyone _ -> "true";
      case Audience.Neighbourhood(String id) -> marked(Profile.Mark.NEIGHBOURHOOD.of(id));
      case Audience.Group(String id) -> marked(Profile.Mark.GROUP.of(id));
      case Audience.Topic(String id) -> marked(Profile.Mark.TOPIC.of(id));
      case Audience.Any(List<Audience> of) -> joined(of, " or ");
      case Audience.Every(List<Audience> of) -> joined(of, " and ");
      case Audience.Without(Audience of, Audience those) ->
          "(" + sql(of) + " and not " + sql(those) + ")";
    };
  }

  /// By whichever key it was sealed.
  private String marked(String mark) {
    return "coalesce(p.marks && " + value(vault.marks(mark)) + ", false)";
  }

  private String joined(List<Audience> of, String by) {
    return of.stream().map(this::sql).collect(Collectors.joining(by, "(", ")"));
  }
}
