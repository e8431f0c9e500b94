package vn.ansinh.app.broadcasts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.Reports;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.audience.AudienceJson;
import vn.ansinh.delivery.mailing.Doubts;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.text.Saying;

/// Shows where broadcasts stand.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Xem một thông báo: bản nào, đang ở bước nào, đã gửi đến đâu, tin nào không rõ đã đến chưa.",
      "Không ghi số thì liệt kê các thông báo mới nhất."
    })
final class StatusCommand implements Callable<Integer> {
  private static final int PAGE = 50;

  @Mixin private Asking asking = new Asking();

  @Option(names = "--json", description = "In mỗi thông báo thành một dòng JSON.")
  private boolean json;

  @Option(
      names = "--most",
      paramLabel = "SỐ-DÒNG",
      description = "Kể nhiều nhất bấy nhiêu tin không rõ (mặc định: ${DEFAULT-VALUE}).")
  private int most = 20;

  @Parameters(arity = "0..1", paramLabel = "SỐ")
  private @Nullable Long number;

  @Override
  public Integer call() {
    return asking.with(
        all -> {
          Reports reports = all.reports();
          List<Broadcast> shown =
              number == null
                  ? reports.page(new BroadcastId(Long.MAX_VALUE), PAGE)
                  : List.of(find(all, number));
          PrintWriter out = asking.out();
          for (Broadcast broadcast : shown) {
            Optional<Progress> progress = reports.progress(broadcast);
            Doubts doubts = reports.doubts(broadcast.id(), number == null ? 1 : Math.max(1, most));
            if (json) {
              out.println(json(broadcast, progress, doubts).encode());
            } else {
              print(all, out, broadcast, progress, doubts);
            }
          }
          out.flush();
          return 0;
        });
  }

  private static Broadcast find(Broadcasting all, long number) {
    return all.reports()
        .find(new BroadcastId(number))
        .orElseThrow(
            () ->
                new OperatorException(
                    1,
                    List.of(
                        all.refusals()
                            .words(
                                Saying.Broadcast.NOT_FOUND,
                                Map.of("id", String.valueOf(number))))));
  }

  private static JsonObject json(Broadcast broadcast, Optional<Progress> progress, Doubts doubts) {
    JsonArray listed = new JsonArray();
    doubts
        .listed()
        .forEach(
            doubt ->
                listed.add(
                    new JsonObject()
                        .put("delivery", doubt.delivery())
                        .put("state", doubt.state())
                        .put("unknowns", doubt.unknowns())));
    return new JsonObject()
        .put("id", broadcast.id().value())
        .put("title", broadcast.draft().title())
        .put("state", broadcast.state().key())
        .put("version", broadcast.version())
        .put("audience", AudienceJson.encode(broadcast.draft().audience()))
        .put("scheduled", text(broadcast.plan().at()))
        .put("anyHourBecause", broadcast.plan().anyHourBecause())
        .put("launched", text(broadcast.run().launchedAt()))
        .put("ended", text(broadcast.run().endedAt()))
        .put("note", broadcast.note())
        .put("progress", progress.map(Progress::toJson).orElse(null))
        .put("doubtful", doubts.count())
        .put("doubts", listed);
  }

  private static void print(
      Broadcasting all,
      PrintWriter out,
      Broadcast broadcast,
      Optional<Progress> progress,
      Doubts doubts) {
    out.printf(
        "%d  bản %d  %s  %s%n",
        broadcast.id().value(),
        broadcast.version(),
        all.refusals().words(broadcast.state().words(), Map.of()),
        broadcast.draft().title());
    if (broadcast.note() != null) {
      out.println("  " + broadcast.note());
    }
    progress.ifPresent(
        counts ->
            out.printf(
                "  %d người nhận: đã gửi %d, bị từ chối %d, không gửi được %d, không liên lạc được"
                    + " %d, không rõ %d, đang chờ %d, còn lại %d, thôi nhận %d, đã hủy %d, nhận ở khung"
                    + " chat đã nối %d, đã xóa dữ liệu %d%n",
                counts.recipients(),
                counts.sent(),
                counts.refused(),
                counts.failed(),
                counts.unreachable(),
                counts.unknown(),
                counts.waiting(),
                counts.left(),
                counts.stopped(),
                counts.cancelled(),
                counts.joined(),
                counts.erased()));
    doubts
        .listed()
        .forEach(
            doubt ->
                out.printf(
                    "  không rõ  tin %d  %s  mất câu trả lời %d lần%n",
                    doubt.delivery(), doubt.state(), doubt.unknowns()));
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.atZone(VietnamTime.ZONE).toOffsetDateTime().toString();
  }
}
