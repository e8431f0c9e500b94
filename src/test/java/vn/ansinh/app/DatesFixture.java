package vn.ansinh.app;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Editing and publishing days as officers do, by forms without JavaScript.
final class DatesFixture {
  static final String CASH = "/console/dates/edit/payments/pension-cash";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

  private DatesFixture() {}

  private static String value(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  /// Fills in a form of days that was opened before.
  static HttpResponse<String> send(
      OfficerBrowser browser, String path, String page, String... fields) throws Exception {
    List<String> all = new ArrayList<>(List.of("seen", value(SEEN, page)));
    all.addAll(List.of(fields));
    return browser.post(path, OfficerBrowser.token(page), all.toArray(String[]::new));
  }

  static HttpResponse<String> edit(OfficerBrowser browser, String path, String... fields)
      throws Exception {
    return send(browser, path, browser.get(path).body(), fields);
  }

  /// The pension in cash, of which December is moved to another day; empty: not moved.
  static String[] cash(String to) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "grade",
                "B",
                "place",
                "điểm chi trả của bưu điện",
                "source",
                "lệ thường của cơ quan bảo hiểm xã hội",
                "contact",
                "si-hotline",
                "rule",
                "ngày 2–10 hằng tháng",
                "closed",
                "keep"));
    if (!to.isEmpty()) {
      fields.addAll(
          List.of(
              "change.0.day", "02/12/2026", "change.0.to", to, "change.0.source", "thông báo 12"));
    }
    return fields.toArray(String[]::new);
  }

  static HttpResponse<String> publish(OfficerBrowser browser, String calendar) throws Exception {
    String page = browser.get("/console/dates/" + calendar + "/proposal").body();
    return browser.post(
        "/console/dates/" + calendar + "/publish",
        OfficerBrowser.token(page),
        "revision",
        value(REVISION, page));
  }
}
