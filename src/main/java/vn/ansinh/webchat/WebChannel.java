package vn.ansinh.webchat;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.citizen.Address;
import vn.ansinh.db.Signals;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Outcome;

/// The web page as a channel. Everything said is in the history, which a page reads whenever it is
/// opened, so a message has arrived as soon as it is written; pages that are open are told at once,
/// whichever node they hang on.
public final class WebChannel implements Channel {
  public static final String NAME = "web";

  private static final int LONGEST_TEXT = 20_000;
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, false, false, true, LONGEST_TEXT, false);

  /// Open pages in all, and of one citizen.
  private static final int MOST_STREAMS = 5_000;

  private static final int MOST_OF_ONE = 5;

  /// Under which nodes tell each other to whom there is news.
  private static final String NEWS = "ansinh_web";

  private final Signals signals;
  private final Map<Address, Set<LiveStream>> open = new HashMap<>();
  private int count;
  private boolean closed;

  public WebChannel(Signals signals) {
    this.signals = signals;
  }

  /// Hears of what other nodes send. Before the signals are listened to.
  public void hear() {
    signals.hear(
        NEWS,
        address -> {
          if (address.isEmpty()) {
            all().forEach(LiveStream::news);
          } else {
            tell(new Address(NAME, address));
          }
        });
  }

  /// Pages that are open here are told that there is news.
  public void tell(Address address) {
    streams(address).forEach(LiveStream::news);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Future<Outcome> send(Delivery delivery) {
    tell(delivery.address());
    signals.say(NEWS, delivery.address().value());
    return Future.succeededFuture(new Outcome.Sent(String.valueOf(delivery.id())));
  }

  /// Ends every open stream and lets no other begin.
  public void close() {
    List<LiveStream> last;
    synchronized (this) {
      closed = true;
      last = all();
    }
    last.forEach(LiveStream::end);
  }

  /// False when there are too many already.
  synchronized boolean add(Address address, LiveStream stream) {
    Set<LiveStream> of = open.getOrDefault(address, Set.of());
    if (closed || count >= MOST_STREAMS || of.size() >= MOST_OF_ONE) {
      return false;
    }
    open.computeIfAbsent(address, _ -> new HashSet<>()).add(stream);
    count++;
    return true;
  }

  synchronized void remove(Address address, LiveStream stream) {
    Set<LiveStream> of = open.get(address);
    if (of != null && of.remove(stream)) {
      count--;
      if (of.isEmpty()) {
        open.remove(address);
      }
    }
  }

  private synchronized List<LiveStream> all() {
    return open.values().stream().flatMap(Set::stream).toList();
  }

  private synchronized List<LiveStream> streams(Address address) {
    return List.copyOf(open.getOrDefault(address, Set.of()));
  }
}
