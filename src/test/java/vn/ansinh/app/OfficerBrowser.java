package vn.ansinh.app;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.officer.session.Totp;

/// A browser without JavaScript: keeps cookies, fills in forms it was shown, follows nothing.
final class OfficerBrowser {
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("class=\"key\">([A-Z2-7 ]+)<");
  private static final Pattern LINK = Pattern.compile("/console/link/[A-Za-z0-9_-]+");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final RunningService service;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  OfficerBrowser(RunningService service) {
    this.service = service;
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(service.to(path).build(), BodyHandlers.ofString());
  }

  /// Opens a page and sends its form.
  ///
  /// @param fields name, value, name, value …
  HttpResponse<String> fill(String page, String action, String... fields) throws Exception {
    return post(action, token(get(page).body()), fields);
  }

  HttpResponse<String> post(String action, String token, String... fields) throws Exception {
    StringBuilder body = new StringBuilder("form=" + token);
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest request =
        service
            .to(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", service.address())
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> signIn(String login, String password) throws Exception {
    return fill("/console/sign-in", "/console/sign-in", "login", login, "password", password);
  }

  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  void setCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/console");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(service.address()), cookie);
  }

  static String token(String page) {
    Matcher found = FORM.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  /// The path of the one-time link that a text holds.
  static String link(String text) {
    Matcher found = LINK.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no link in " + text);
    }
    return found.group();
  }

  /// The secret of the codes, from the page that sets them up.
  static byte[] key(String page) {
    Matcher found = KEY.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no key in " + page);
    }
    return base32(found.group(1).replace(" ", ""));
  }

  static String code(byte[] key, SetClock clock) {
    return Totp.code(key, clock.instant());
  }

  private static byte[] base32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    long bits = 0;
    int held = 0;
    int at = 0;
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      bits = (bits << 5) | BASE32.indexOf(letter);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (bits >> held);
      }
    }
    return bytes;
  }
}
