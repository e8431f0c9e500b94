package vn.ansinh.delivery.dispatch.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/// Something that one node does for all, in the table `lease`. Whoever holds it keeps it for as
/// long as its life is told of in the table `node`.
public final class Lease {
  private final Pool pool;
  private final UUID node;
  private final String name;

  /// @param node this process; one of which [Nodes] tells
  public Lease(Pool pool, UUID node, String name) {
    this.pool = pool;
    this.node = node;
    this.name = name;
  }

  /// Takes it if nobody living holds it.
  ///
  /// @return whether this node holds it now; false also while the others take this one for dead
  public Future<Boolean> take() {
    return pool.preparedQuery(
            """
            with me as (
              select id, exists (select 1 from lease where name = $1 and node = $2) as holds
              from node where id = $2 and alive_until > now()),
            taken as (
              insert into lease (name, node) select $1, id from me where not holds
              on conflict (name) do update set node = excluded.node
              where not exists (
                select 1 from node n where n.id = lease.node and n.alive_until > now())
              returning 1)
            select 1 from me where holds union all select 1 from taken""")
        .execute(Tuple.of(name, node))
        .map(rows -> rows.size() == 1);
  }

  /// Lets another node have it at once.
  public Future<Void> release() {
    return pool.preparedQuery("delete from lease where name = $1 and node = $2")
        .execute(Tuple.of(name, node))
        .mapEmpty();
  }
}
