package vn.ansinh.app.doctor;

import java.util.List;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.http.call.Answer;
import vn.ansinh.zalo.ZaloCheckup;
import vn.ansinh.zalo.ZaloSettings;
import vn.ansinh.zalo.ZaloSettings.Mode;

/// The token, and the way by which events come.
final class ZaloCheck {
  private static final int UNAUTHORIZED = 401;

  private ZaloCheck() {}

  /// @return nothing of the webhook when Zalo does not know us
  static List<Line> of(ZaloSettings settings, ZaloCheckup zalo) {
    if (!settings.isOn()) {
      return List.of(Line.ok(Part.ZALO, "Không dùng: zalo.token để trống."));
    }
    return switch (zalo.bot().await()) {
      case Answer.Done<String>(String name) ->
          List.of(
              Line.ok(
                  Part.ZALO, name.isEmpty() ? "Token đúng." : "Token đúng, bot là " + name + "."),
              webhook(settings, zalo));
      case Answer.Rejected<String> no ->
          List.of(
              Line.fault(
                  Part.ZALO,
                  "Zalo từ chối: %s.".formatted(no.problem()),
                  no.code() == UNAUTHORIZED
                      ? "Lấy lại token ở trang quản lý bot của Zalo, đặt vào ANSINH_ZALO_TOKEN."
                      : "Đợi vài phút rồi khám lại; vẫn vậy thì xem zalo.api-url."));
      case Answer.NotSent<String> _, Answer.Lost<String> _ ->
          List.of(
              Line.fault(
                  Part.ZALO,
                  "Không nối được %s.".formatted(settings.apiUrl()),
                  "Xem mạng và tường lửa của máy (cổng 443 đi ra), và zalo.api-url."));
    };
  }

  private static Line webhook(ZaloSettings settings, ZaloCheckup zalo) {
    return switch (zalo.webhook().await()) {
      case Answer.Done<String>(String url) ->
          settings.mode() == Mode.WEBHOOK ? brought(url, zalo.wantedWebhook()) : fetched(url);
      case Answer<String> none ->
          Line.warning(
              Part.ZALO_WEBHOOK,
              "Zalo không nói về webhook: " + none.problem() + ".",
              "Đợi vài phút rồi khám lại.");
    };
  }

  private static Line brought(String url, String wanted) {
    return url.equals(wanted)
        ? Line.ok(Part.ZALO_WEBHOOK, "Zalo gửi tin đến " + url + ".")
        : Line.fault(
            Part.ZALO_WEBHOOK,
            "Zalo gửi tin đến %s, phải là %s."
                .formatted(url.isEmpty() ? "không đâu cả" : url, wanted),
            "Khởi động lại dịch vụ để đặt lại; nếu lại đổi, có máy khác đang dùng token này.");
  }

  private static Line fetched(String url) {
    return url.isEmpty()
        ? Line.ok(Part.ZALO_WEBHOOK, "Không dùng, dịch vụ tự hỏi tin.")
        : Line.warning(
            Part.ZALO_WEBHOOK,
            "Dịch vụ tự hỏi tin (zalo.mode: polling), mà Zalo còn gửi tin đến %s.".formatted(url),
            "Khởi động lại dịch vụ, nó tự gỡ webhook; nếu còn, có máy khác đang dùng token này.");
  }
}
