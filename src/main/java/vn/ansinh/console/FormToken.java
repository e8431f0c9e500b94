package vn.ansinh.console;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;

/// What tells a form that this browser was shown from a form of a stranger's making.
final class FormToken {
  private static final Duration KEPT = Duration.ofHours(12);

  private FormToken() {}

  /// For the forms of a page. Who has no session gets a secret for forms alone, so that nobody can
  /// be signed in by a stranger's form.
  static String of(RoutingContext context, @Nullable Session session) {
    if (session != null) {
      return session.token().formToken();
    }
    Secret secret = Cookies.FORM.secret(context).orElseGet(Secret::create);
    Cookies.FORM.write(context, secret.text(), KEPT);
    return secret.formToken();
  }

  /// Whether the form that was sent is one that this browser was shown in this session.
  static boolean isOurs(RoutingContext context, @Nullable Session session) {
    Secret held = session != null ? session.token() : Cookies.FORM.secret(context).orElse(null);
    return held != null && held.showed(context.request().getFormAttribute("form"));
  }
}
