package vn.ansinh.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;

/// A citizen in Telegram, who reads what comes, writes and taps.
final class TelegramPerson {
  private final RunningService service;
  private final long chat;
  private int messages;
  private int read;
  private List<Call> last = List.of();

  TelegramPerson(RunningService service, long chat) {
    this.service = service;
    this.chat = chat;
  }

  /// @return everything said in answer
  String say(String text) {
    return said(FakeUpdates.text(chat, ++messages, text));
  }

  /// Taps the button of the last message whose label has these words.
  String choose(String label) {
    JsonArray rows =
        last.getLast()
            .parameters()
            .getJsonObject("reply_markup", new JsonObject())
            .getJsonArray("inline_keyboard", new JsonArray());
    String data =
        rows.stream()
            .flatMap(row -> ((JsonArray) row).stream())
            .map(JsonObject.class::cast)
            .filter(button -> button.getString("text").contains(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " in " + rows))
            .getString("callback_data");
    return said(FakeUpdates.tap(chat, ++messages, "q" + messages, data));
  }

  private String said(JsonObject update) {
    service.telegram.push(update);
    service.telegram.drained().await();
    return heard();
  }

  /// What came since, once nothing is on its way any more.
  String heard() {
    service.awaitQuiet();
    List<Call> all =
        service.telegram.calls("sendMessage").stream()
            .filter(call -> call.chat().equals(String.valueOf(chat)) && call.status() == 200)
            .toList();
    last = all.subList(read, all.size());
    read = all.size();
    return last.stream().map(Call::text).collect(Collectors.joining("\n\n"));
  }
}
