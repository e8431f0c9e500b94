package vn.ansinh.conversation.asking;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import vn.ansinh.calendar.OfficeHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.AskTap;
import vn.ansinh.text.Inbox;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Vietnamese;

/// The words in which a question is handed to the officers.
record AskWords(Phrases phrases) {
  private static final int EXCERPT = 120;

  RichText text(Inbox what, Map<String, String> values) {
    return phrases.text(what, values);
  }

  Step say(Inbox what) {
    return Step.of(null, new Message(phrases.text(what), List.of()));
  }

  Choice choice(AskTap tap) {
    return tap.choice(label(tap));
  }

  /// What stands on the button.
  String label(AskTap tap) {
    Inbox label =
        switch (tap) {
          case AskTap.Open _ -> Inbox.BUTTON_ASK;
          case AskTap.Send _ -> Inbox.BUTTON_SEND;
          case AskTap.Cancel _ -> Inbox.BUTTON_CANCEL;
          case AskTap.More _ -> Inbox.BUTTON_MORE;
          case AskTap.Clear _ -> Inbox.BUTTON_CLEAR;
          case AskTap.Withdraw _ -> Inbox.BUTTON_WITHDRAW;
        };
    return phrases.words(label, Map.of()).strip();
  }

  /// Until when an answer is promised, and the hours in which officers work.
  static Map<String, String> when(Instant until, OfficeHours hours) {
    ZonedDateTime at = until.atZone(VietnamTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    return Map.of(
        "hours", hours.words(),
        "time", at.toLocalTime().toString(),
        "weekday", Vietnamese.weekday(at.toLocalDate()),
        "date", Vietnamese.date(at.toLocalDate()));
  }

  /// The beginning of a text on one line; no mark in it means anything.
  static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() > EXCERPT) {
      int end = line.lastIndexOf(' ', EXCERPT);
      line = line.substring(0, end > 0 ? end : EXCERPT) + " …";
    }
    return line.replaceAll("([\\\\`*_\\[\\]<>&!#~|{}])", "\\\\$1");
  }
}
