package vn.ansinh.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.Role;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.delivery.dispatch.store.Lease;
import vn.ansinh.http.Routes;
import vn.ansinh.telegram.Telegram;
import vn.ansinh.telegram.TelegramApi;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.text.Phrases;
import vn.ansinh.zalo.Zalo;
import vn.ansinh.zalo.ZaloApi;
import vn.ansinh.zalo.ZaloChannel;
import vn.ansinh.zalo.ZaloSettings;

/// The messengers, of which the service runs with both, one or none.
final class Messengers {
  private final Vertx vertx;
  private final Config config;
  private final TelegramApi telegramApi;
  private final ZaloApi zaloApi;
  private final TelegramChannel telegram;
  private final ZaloChannel zalo;
  private final List<Runnable> starts = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();
  private final Map<String, Supplier<Future<?>>> told = new HashMap<>();

  Messengers(Vertx vertx, Config config, MeterRegistry meters) {
    this.vertx = vertx;
    this.config = config;
    this.telegramApi = new TelegramApi(vertx, config.telegram(), meters);
    this.zaloApi = new ZaloApi(vertx, config.zalo(), meters);
    this.telegram = new TelegramChannel(telegramApi, config.telegram());
    this.zalo = new ZaloChannel(zaloApi, config.zalo());
  }

  /// Those we do not run with too: what was to be said there waits.
  List<Channel> channels() {
    return List.of(telegram, zalo);
  }

  /// By channel.
  Map<String, Rates> rates() {
    TelegramSettings limits = config.telegram();
    return Map.of(
        telegram.name(),
        new Rates(limits.rateOverall(), limits.rateChat(), limits.rateBroadcast()),
        zalo.name(),
        new Rates(config.zalo().rateOverall(), config.zalo().rateChat(), 0, true));
  }

  /// Makes ready the ways in that are this node's: webhooks where the pages are, polling where
  /// messages are sent.
  ///
  /// @param phrases of the moment
  /// @param leases by name
  void connect(
      Conversations conversations,
      Supplier<Phrases> phrases,
      Routes routes,
      Clock clock,
      Function<String, Lease> leases) {
    boolean isWebhook = config.telegram().mode() == TelegramSettings.Mode.WEBHOOK;
    if (isTelegram() && comesIn(isWebhook)) {
      Lease lease = leases.apply(telegram.name());
      Telegram in =
          new Telegram(vertx, telegramApi, config.telegram(), conversations, phrases, clock, lease);
      in.addTo(routes);
      begun(telegram.name(), in::ready, in::start, in::stop);
    }
    if (config.zalo().isOn() && comesIn(config.zalo().mode() == ZaloSettings.Mode.WEBHOOK)) {
      Lease lease = leases.apply(zalo.name());
      Zalo in = new Zalo(vertx, zaloApi, config.zalo(), conversations, clock, lease);
      in.addTo(routes);
      begun(zalo.name(), in::ready, in::start, in::stop);
    }
  }

  private boolean isTelegram() {
    return !config.telegram().token().isEmpty();
  }

  private boolean comesIn(boolean byWebhook) {
    return config.does(byWebhook ? Role.WEB : Role.DELIVERY);
  }

  private void begun(String name, Supplier<Future<?>> ready, Runnable start, Runnable stop) {
    told.put(name, ready);
    starts.add(start);
    stops.add(stop);
  }

  /// Whether each of those that run is reached, by channel.
  Map<String, Supplier<Future<?>>> told() {
    return Map.copyOf(told);
  }

  /// @param progress told in plain words which of them run, and what is to be known of them
  void begin(Consumer<String> progress) {
    tell(progress);
    starts.forEach(Runnable::run);
  }

  private void tell(Consumer<String> progress) {
    ZaloSettings settings = config.zalo();
    if (!isTelegram() && !settings.isOn()) {
      progress.accept(
          "Chưa có token Telegram (telegram.token) hay Zalo (zalo.token): chỉ chạy trang web.");
      return;
    }
    List<String> names = new ArrayList<>(List.of("trang web"));
    if (isTelegram()) {
      names.add("Telegram");
    }
    if (settings.isOn()) {
      names.add("Zalo");
    }
    progress.accept("Các kênh đang chạy: " + String.join(", ", names) + ".");
    if (settings.isOn() && settings.mode() == ZaloSettings.Mode.POLLING) {
      progress.accept(
          "Zalo ở chế độ polling: nếu dịch vụ hỏng giữa lúc lấy và lúc ghi thì mất tin đang lấy."
              + " Nên dùng webhook (zalo.mode).");
    }
    if (settings.isOn() && !settings.writesFirst()) {
      progress.accept(
          "Ở Zalo chỉ trả lời, không gửi lời nhắc và thông báo (zalo.writes-first: false).");
    }
  }

  /// Takes nothing more in.
  void stop() {
    stops.forEach(Runnable::run);
  }

  /// Ends every call under way.
  void close() {
    telegramApi.close().await();
    zaloApi.close().await();
  }
}
