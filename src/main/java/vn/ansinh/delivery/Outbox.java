package vn.ansinh.delivery;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;

/// The one door out: what is to be sent is written here, in the transaction of whatever caused it.
public final class Outbox {

  /// A message on its way into the outbox.
  ///
  /// @param replyTo the channel's own id of the message that is answered
  /// @param edits the channel's own id of the earlier answer that this one replaces
  public record Draft(
      CitizenId citizen,
      Address address,
      Origin origin,
      Message message,
      @Nullable String replyTo,
      @Nullable String edits) {}

  /// Fits each draft to its channel (splitting long texts, numbering choices where there are no
  /// buttons), writes all of them in one statement, already leased to this node, and returns what was
  /// written, in order. After the commit the caller hands them to [Dispatcher#accept].
  public Future<List<Delivery>> put(SqlConnection transaction, List<Draft> drafts) {
    throw new UnsupportedOperationException();
  }
}
