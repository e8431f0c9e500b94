package vn.ansinh.conversation.asking;

import java.util.regex.Pattern;
import vn.ansinh.conversation.forms.Words;

/// Words by which a citizen asks for a person: "cho tôi gặp cán bộ", "hỏi cán bộ".
final class Calling {
  private static final String I =
      "(?:(?:cho|hay|xin|lam on|vui long|nho|giup|da|a|oi|em|toi|con|chau|bac|minh|co|anh|chi|ad"
          + "|an sinh|muon|can|duoc|la|voi) )*";
  private static final String PERSON =
      "(?:1 |mot )?(?:can bo|cb|nhan vien|nguoi that|nguoi phu trach|nguoi truc)";
  private static final String END =
      "(?: (?:phuong|cua phuong|ubnd|phu trach|truc tiep|duoc khong|di|a|nhe|nha|voi|giup|ngay|cai"
          + "|dum|gap|luon))*";

  private static final Pattern CALL =
      Pattern.compile(
          I
              + "(?:gap|hoi|hoi y kien|noi chuyen (?:truc tiep )?voi|trao doi (?:truc tiep )?voi"
              + "|lien he(?: voi)?|nhan tin (?:cho|voi)|chat voi|ket noi voi"
              + "|(?:chuyen|gui|hoi)(?: cau hoi)?(?: nay)?(?: cua toi)? (?:cho|den|toi|len)) "
              + PERSON
              + END);

  private static final Pattern SEND =
      Pattern.compile(
          "(?:vang |da |ok )?(?:gui|chuyen)(?: (?:di|luon|cho can bo|can bo|a|nhe|giup))*");

  private Calling() {}

  /// Whether a whole text asks for a person and for nothing else.
  static boolean isFor(String text) {
    return CALL.matcher(Words.plain(text)).matches();
  }

  /// Whether a whole text says that what was shown is to be sent.
  static boolean sends(String text) {
    return SEND.matcher(Words.plain(text)).matches();
  }
}
