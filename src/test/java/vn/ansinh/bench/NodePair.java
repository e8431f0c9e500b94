package vn.ansinh.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;

/// Two service processes on one database, behind one proxy, with one Telegram whose chats ask.
final class NodePair implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final Load load = new Load(vertx, Questions.dev());
  private final List<ServiceProcess> nodes = new ArrayList<>();

  /// Once both take questions.
  ///
  /// @param mode `webhook` or `polling`
  NodePair(String mode) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("ansinh-nodes");
    int port = ServiceProcess.freePort();
    database =
        Database.open(
            vertx, new DatabaseSettings("", directory.resolve("postgres"), port), _ -> {});
    Proxy proxy = new Proxy(vertx);
    Map<String, String> shared =
        Map.of(
            "ANSINH_DATABASE_URL",
            "postgresql://postgres@127.0.0.1:" + port + "/postgres",
            "ANSINH_TELEGRAM_PUBLIC_URL",
            proxy.start().await());
    String telegram = load.start().await();
    for (int i = 0; i < 2; i++) {
      Path own = Files.createDirectory(directory.resolve("node-" + i));
      nodes.add(new ServiceProcess(own, telegram + "/" + i, mode, shared));
      nodes.getLast().listening();
    }
    proxy.to(nodes.stream().map(ServiceProcess::address).toList());
  }

  Load load() {
    return load;
  }

  ServiceProcess node(int number) {
    return nodes.get(number);
  }

  /// The number of the node that asked Telegram last.
  int poller() {
    return Integer.parseInt(load.messenger().poller().substring(1));
  }

  @Override
  public void close() {
    nodes.forEach(ServiceProcess::close);
    database.close();
    vertx.close().await();
  }
}
