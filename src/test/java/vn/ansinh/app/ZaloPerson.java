package vn.ansinh.app;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import vn.ansinh.zalo.FakeEvents;
import vn.ansinh.zalo.FakeZaloApi;

/// A citizen in Zalo, who reads what comes and answers by words or by number.
final class ZaloPerson {
  private final RunningService service;
  private final String chat;
  private int messages;
  private int read;
  private String last = "";

  ZaloPerson(RunningService service, String chat) {
    this.service = service;
    this.chat = chat;
  }

  /// @return everything said in answer
  String say(String text) {
    String id = "m" + ++messages;
    Assertions.assertThat(service.zalo.post(FakeEvents.text(chat, id, text)).await())
        .isEqualTo(200);
    return heard();
  }

  /// By the number under which the last message offers it.
  String choose(String label) {
    Matcher line =
        Pattern.compile("(?m)^(\\d+)\\. .*" + Pattern.quote(label) + ".*$").matcher(last);
    Assertions.assertThat(line.find()).as("%s in %s", label, last).isTrue();
    return say(line.group(1));
  }

  /// What came since, once nothing is on its way any more.
  String heard() {
    service.awaitQuiet();
    List<FakeZaloApi.Call> all =
        service.zalo.messages(chat).stream().filter(call -> call.code() == 200).toList();
    last =
        all.subList(read, all.size()).stream()
            .map(FakeZaloApi.Call::text)
            .collect(Collectors.joining("\n\n"));
    read = all.size();
    return last;
  }
}
