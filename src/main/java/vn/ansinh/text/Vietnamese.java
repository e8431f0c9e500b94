package vn.ansinh.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How Vietnamese writes numbers and dates, and its text without marks.
public final class Vietnamese {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private Vietnamese() {}

  /// `540000` -> `540.000`, `4.5` -> `4,5`.
  public static String number(BigDecimal value) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return new DecimalFormat("#,##0.######", symbols).format(value);
  }

  /// `2026-07-01` -> `01/07/2026`.
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  public static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Lower case without marks, đ as d: `Điều dưỡng` -> `dieu duong`.
  public static String fold(String text) {
    String bare =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "");
    return bare.replace('đ', 'd');
  }
}
