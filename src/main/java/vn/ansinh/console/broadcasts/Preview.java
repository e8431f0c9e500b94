package vn.ansinh.console.broadcasts;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.console.broadcasts.form.Typed;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.mailing.Shown;

/// What citizens would get, and how many of them.
///
/// @param shown the message as each channel brings it; empty while something is wrong
/// @param why it cannot be shown; empty when it can
/// @param length of the message in letters, and how many one message can hold
/// @param count of those who would get it at this moment; null while nobody is chosen
public record Preview(
    List<Shown> shown, List<String> why, int length, int longest, @Nullable Integer count) {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");

  static Preview of(Tools tools, Typed typed) {
    Integer count = typed.audience().map(tools.reports()::count).orElse(null);
    return of(tools, typed.draft(), count);
  }

  static Preview of(Tools tools, Draft draft, @Nullable Integer count) {
    int longest = tools.reports().longestText();
    return switch (tools.composer().compose(draft)) {
      case Composed.Good(Message message) ->
          new Preview(
              tools.reports().shown(message),
              List.of(),
              message.text().plain().length(),
              longest,
              count);
      case Composed.Broken(List<Refusal> why) ->
          new Preview(
              List.of(),
              why.stream().map(Refusal::sentence).toList(),
              draft.body().length(),
              longest,
              count);
    };
  }

  /// As numbers are written in Vietnamese: `3.000`.
  public static String grouped(int number) {
    return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
  }
}
