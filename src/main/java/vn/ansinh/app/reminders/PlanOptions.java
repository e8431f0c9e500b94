package vn.ansinh.app.reminders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// For what a plan is asked, as typed; null when it is not said.
final class PlanOptions {
  @Option(
      names = "--kind",
      paramLabel = "LOẠI",
      description = "insurance (thẻ bảo hiểm y tế), vaccination (tiêm chủng), payment (chi trả).")
  @Nullable String kind;

  @Option(names = "--nickname", paramLabel = "TÊN", description = "Tên gọi của bé, của chủ thẻ.")
  @Nullable String nickname;

  @Option(names = "--born", paramLabel = "NGÀY", description = "Ngày sinh của bé.")
  @Nullable String born;

  @Option(
      names = "--given",
      paramLabel = "VẮC-XIN:MŨI:NGÀY,…",
      description = "Những mũi đã tiêm, như ở lệnh forecast.")
  @Nullable List<String> given;

  @Option(names = "--expires", paramLabel = "NGÀY", description = "Ngày thẻ hết hạn.")
  @Nullable String expires;

  @Option(
      names = "--people",
      paramLabel = "SỐ",
      description = "Số người trong hộ cùng đóng; không ghi thì là 1.")
  @Nullable String people;

  @Option(
      names = "--benefit",
      paramLabel = "KHOẢN",
      description = "Mã hoặc tên của khoản trong calendar/payments.yaml.")
  @Nullable String benefit;

  @Option(
      names = "--until",
      paramLabel = "NGÀY",
      description = "Đến hết ngày này; không ghi thì là một năm sau.")
  @Nullable String until;
}
