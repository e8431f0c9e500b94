package vn.ansinh.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;

/// The buttons under a message, as Telegram lays them out.
final class Keyboard {
  /// Two labels share a row while both can be read on a narrow phone.
  private static final int HALF_ROW = 16;

  private Keyboard() {}

  /// Null for a message without buttons.
  static @Nullable InlineKeyboardMarkup of(Message message) {
    List<InlineKeyboardRow> rows = rows(message.choices());
    if (!message.reactions().isEmpty()) {
      rows.add(
          new InlineKeyboardRow(
              message.reactions().stream()
                  .map(each -> button(each.sign().emoji(), each.data()))
                  .toList()));
    }
    return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
  }

  private static List<InlineKeyboardRow> rows(List<Choice> choices) {
    List<InlineKeyboardRow> rows = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      boolean isPair =
          i + 1 < choices.size() && isShort(choices.get(i)) && isShort(choices.get(i + 1));
      rows.add(
          new InlineKeyboardRow(
              Stream.concat(
                      Stream.of(choices.get(i)),
                      isPair ? Stream.of(choices.get(++i)) : Stream.empty())
                  .map(each -> button(each.label(), each.data()))
                  .toList()));
    }
    return rows;
  }

  private static boolean isShort(Choice choice) {
    return choice.label().length() <= HALF_ROW;
  }

  private static InlineKeyboardButton button(String label, String data) {
    return InlineKeyboardButton.builder().text(label).callbackData(data).build();
  }
}
