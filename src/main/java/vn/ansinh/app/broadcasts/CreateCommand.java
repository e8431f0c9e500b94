package vn.ansinh.app.broadcasts;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.officers.ActingOfficer;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.citizen.audience.AudienceJson;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.text.Saying;

/// Writes a new broadcast, or another version of one.
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Soạn một thông báo mới, hoặc sửa một thông báo (--edit); sửa xong phải gửi duyệt lại.",
      "Nội dung: chữ thường, <b>đậm</b>, <i>nghiêng</i>, <a href=\"https://…\">liên kết</a>."
    })
final class CreateCommand implements Callable<Integer> {
  @Mixin private Asking asking = new Asking();

  @Mixin private ActingOfficer as = new ActingOfficer();

  @Option(names = "--title", required = true, paramLabel = "TÊN", description = "Tên, cho cán bộ.")
  private String title = "";

  @Option(names = "--text", paramLabel = "CHỮ", description = "Nội dung.")
  private @Nullable String text;

  @Option(names = "--file", paramLabel = "TỆP", description = "Tệp chứa nội dung, thay cho --text.")
  private @Nullable Path file;

  @Option(
      names = "--fill",
      paramLabel = "CHỖ=CHỮ",
      description = "Giá trị của một chỗ trống {{CHỖ}}; viết được nhiều lần.")
  private Map<String, String> fills = new TreeMap<>();

  @Option(names = "--button", paramLabel = "MÃ", description = "Nút mở một mục của kho kiến thức.")
  private @Nullable String button;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "NGƯỜI-NHẬN",
      description = {
        "Người nhận: everyone, hoặc JSON: {\"group\":\"merit\"}, {\"neighbourhood\":\"kp-1\"},",
        "{\"topic\":\"elderly\"}, {\"any\":[…]}, {\"every\":[…]}, {\"of\":{…},\"without\":{…}}."
      })
  private String to = "";

  @Option(names = "--edit", paramLabel = "SỐ", description = "Sửa thông báo này thay vì soạn mới.")
  private @Nullable Long edit;

  @Override
  public Integer call() {
    Draft draft =
        new Draft(title, body(), fills, button == null ? null : entitlement(button), audience());
    Long number = edit;
    return asking.act(
        as,
        (all, officer) ->
            number == null
                ? all.create(officer, draft)
                : all.edit(officer, new BroadcastId(number), draft));
  }

  private static EntitlementId entitlement(String id) {
    if (!EntitlementId.isValid(id)) {
      throw new OperatorException(2, List.of("Mã mục «" + id + "» viết sai."));
    }
    return new EntitlementId(id);
  }

  private String body() {
    if (file == null) {
      return text == null ? "" : text;
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OperatorException(
          2, List.of("Không đọc được tệp " + file + " (phải là chữ, bảng mã UTF-8)."));
    }
  }

  private Audience audience() {
    if (to.equals("everyone")) {
      return new Audience.Everyone();
    }
    try {
      return AudienceJson.decode(new JsonObject(to)).orElseThrow(this::notAnAudience);
    } catch (DecodeException e) {
      throw notAnAudience();
    }
  }

  private OperatorException notAnAudience() {
    String sentence =
        asking.with(all -> all.refusals().words(Saying.Broadcast.AUDIENCE_BAD, Map.of()));
    return new OperatorException(2, List.of(sentence));
  }
}
