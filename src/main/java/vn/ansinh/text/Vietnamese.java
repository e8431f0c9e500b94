package vn.ansinh.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How Vietnamese writes numbers and dates, and its text without marks.
public final class Vietnamese {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DecimalFormatSymbols SYMBOLS = symbols();
  private static final List<String> WEEKDAYS =
      List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Vietnamese() {}

  /// `540000` -> `540.000`, `4.5` -> `4,5`.
  public static String number(BigDecimal value) {
    // A format is not safe to share between threads; its symbols are.
    DecimalFormat format = new DecimalFormat("#,##0.######", SYMBOLS);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return symbols;
  }

  /// `2026-07-01` -> `01/07/2026`.
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /// `thứ Sáu`.
  public static String weekday(LocalDate date) {
    return WEEKDAYS.get(date.getDayOfWeek().getValue() - 1);
  }

  public static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Lower case without marks, đ as d: `Điều dưỡng` -> `dieu duong`.
  public static String fold(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
  }
}
