package vn.ansinh.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.app.config.Config;
import vn.ansinh.vault.Column;

/// The register as a page of Markdown, for the file on data protection.
final class RegisterReport {
  private static final Set<String> SEALED =
      Stream.of(Column.values()).map(Column::place).collect(Collectors.toSet());

  private RegisterReport() {}

  static String of(Register register, Config config) {
    List<String> lines = new ArrayList<>();
    lines.add("# Sổ đăng ký xử lý dữ liệu cá nhân");
    lines.add("");
    lines.add(
        "In từ chính chương trình: mọi bảng của cơ sở dữ liệu, thời hạn theo cấu hình đang dùng. «Mã hóa»:"
            + " AES-256-GCM hoặc AES-SIV, khóa ở ngoài cơ sở dữ liệu.");
    for (Register.Table table : register.tables()) {
      if (!table.personal().isEmpty()) {
        lines.addAll(personal(table, config));
      }
    }
    lines.add("");
    lines.add("## Bảng không có dữ liệu cá nhân");
    lines.add("");
    lines.add("| bảng | giữ gì | giữ bao lâu |");
    lines.add("|---|---|---|");
    register.tables().stream()
        .filter(table -> table.personal().isEmpty())
        .map(table -> row("`" + table.name() + "`", table.about(), table.kept().words(config)))
        .forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static List<String> personal(Register.Table table, Config config) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## " + table.about() + " (`" + table.name() + "`)");
    lines.add("");
    lines.add("- Để làm gì: " + table.why() + ".");
    lines.add("- Giữ bao lâu: " + table.kept().words(config) + ".");
    lines.add("");
    lines.add("| cột | là gì | mã hóa |");
    lines.add("|---|---|---|");
    table
        .personal()
        .forEach(
            (column, what) ->
                lines.add(
                    row(
                        "`" + column + "`",
                        what,
                        SEALED.contains(table.name() + "." + column) ? "có" : "không")));
    return lines;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
