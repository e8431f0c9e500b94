package vn.ansinh.inbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.AskTap;
import vn.ansinh.text.Inbox;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;

/// An officer's answer as the citizen reads it.
final class CaseReply {
  private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\R\\s*\\R");

  private CaseReply() {}

  /// Whether it can be sent: something is written, and not too much.
  static boolean isFit(String words) {
    return !words.isBlank() && words.length() <= CaseWork.LONGEST;
  }

  /// The officer's words stand as they are: no mark in them means anything.
  static Message of(Phrases phrases, String words) {
    List<RichText> parts = new ArrayList<>(List.of(phrases.text(Inbox.ANSWER)));
    for (String paragraph : BETWEEN_PARAGRAPHS.split(words.strip())) {
      parts.add(RichText.of(paragraph.strip()));
    }
    return new Message(
        RichText.join(parts),
        List.of(
            new AskTap.More().choice(phrases.words(Inbox.BUTTON_MORE, Map.of()).strip()),
            new AskTap.Clear().choice(phrases.words(Inbox.BUTTON_CLEAR, Map.of()).strip())));
  }
}
