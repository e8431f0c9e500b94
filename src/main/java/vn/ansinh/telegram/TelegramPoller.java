package vn.ansinh.telegram;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Insistence;
import vn.ansinh.http.call.Patience;

/// Fetches updates and takes them in; the offset, which makes Telegram forget them, advances only
/// past what is committed.
final class TelegramPoller {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPoller.class);
  private static final Duration LONG_POLL = Duration.ofSeconds(25);
  private static final int PAGE = 100;

  /// An update that is refused so often, while those beside it pass, must not stop the whole ward.
  private static final int MOST_ATTEMPTS = 10;

  private final TelegramApi api;
  private final Function<Update, Future<Void>> take;
  private final Insistence insistence;
  private final Patience patience = new Patience();
  private int offset;
  private int attempts;

  /// @param take completes after the commit
  /// @param insistence ends a round that still waits for an answer when it is stopped: what comes
  ///     after that is not confirmed, and Telegram gives it again
  TelegramPoller(TelegramApi api, Function<Update, Future<Void>> take, Insistence insistence) {
    this.api = api;
    this.take = take;
    this.insistence = insistence;
  }

  /// Fetches once and takes in what came. Blocks the virtual thread it is called on.
  ///
  /// @return how long to pause before the next round
  Duration round() {
    GetUpdates call =
        GetUpdates.builder()
            .offset(offset)
            .limit(PAGE)
            .timeout((int) LONG_POLL.toSeconds())
            .allowedUpdates(Updates.KINDS)
            .build();
    return insistence
        .unlessStopped(api.call(call, LONG_POLL))
        .map(this::taken)
        .orElse(Duration.ZERO);
  }

  private Duration taken(Answer<ArrayList<Update>> answer) {
    return switch (answer) {
      case Answer.Done<ArrayList<Update>> done -> taken(done.value());
      case Answer.Rejected<ArrayList<Update>> rejected -> {
        // Wrong token, another poller, a webhook: somebody has to look; we go on trying.
        LOG.error("Telegram gives us no updates: {}", rejected.problem());
        yield patience.after(rejected);
      }
      case Answer.NotSent<ArrayList<Update>> _, Answer.Lost<ArrayList<Update>> _ -> {
        LOG.warn("no answer from Telegram: {}", answer.problem());
        yield patience.after(answer);
      }
    };
  }

  private Duration taken(List<Update> updates) {
    // All at once: different chats share a commit, one chat stays in order.
    List<Future<Void>> commits = updates.stream().map(take).toList();
    Future.join(commits).otherwiseEmpty().await();
    for (int i = 0; i < updates.size(); i++) {
      if (commits.get(i).failed()) {
        boolean othersPass =
            commits.subList(i + 1, commits.size()).stream().anyMatch(Future::succeeded);
        if (!othersPass || ++attempts < MOST_ATTEMPTS) {
          return patience.after(new Answer.NotSent<>("not committed"));
        }
        LOG.error("update {} was given up", updates.get(i).getUpdateId());
      }
      offset = updates.get(i).getUpdateId() + 1;
      attempts = 0;
    }
    patience.succeeded();
    return Duration.ZERO;
  }
}
