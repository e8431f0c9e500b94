package vn.ansinh.delivery.dispatch.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/// Says in the table `node` that this process lives, and learns how many others do. Lives are
/// counted by the clock of the database: the nodes need not agree on the time.
public final class Nodes {
  /// A lease is worth nothing once its node has been silent for this long.
  public static final Duration LIFE = Duration.ofSeconds(15);

  private final Pool pool;
  private final UUID node;

  public Nodes(Pool pool, UUID node) {
    this.pool = pool;
    this.node = node;
  }

  /// @return how many live, this one included
  public Future<Integer> heartbeat() {
    return pool.preparedQuery(
            """
            with alive as (
              insert into node (id, alive_until) values ($1, now() + make_interval(secs => $2))
              on conflict (id) do update set alive_until = excluded.alive_until)
            select 1 + count(*) from node where id <> $1 and alive_until > now()""")
        .execute(Tuple.of(node, (double) LIFE.toSeconds()))
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  /// Fails when the others take this process for dead: what it holds may be theirs by now.
  public Future<Void> lives() {
    return pool.preparedQuery("select 1 from node where id = $1 and alive_until > now()")
        .execute(Tuple.of(node))
        .compose(
            rows ->
                rows.size() == 1
                    ? Future.succeededFuture()
                    : Future.failedFuture("this node has not been heard of for a while"));
  }

  public Future<Void> leave() {
    return pool.preparedQuery("delete from node where id = $1").execute(Tuple.of(node)).mapEmpty();
  }
}
