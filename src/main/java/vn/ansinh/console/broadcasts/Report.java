package vn.ansinh.console.broadcasts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Address;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.delivery.mailing.Ending;
import vn.ansinh.officer.Role;

/// A broadcast's deliveries as a table to be kept: how each ended and when, nothing about people.
final class Report {
  private static final int PAGE = 5_000;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss").withZone(VietnamTime.ZONE);

  /// By it spreadsheets see that the letters are UTF-8.
  private static final String MARK = "\uFEFF";

  private final Tools tools;

  Report(Tools tools) {
    this.tools = tools;
  }

  void addTo(Desk desk) {
    desk.page(Tools.PATH + "/:id/report.csv", Role.READER, this::send);
  }

  private void send(Visit visit) {
    tools
        .find(visit)
        .ifPresent(
            broadcast ->
                visit.file(
                    "text/csv; charset=utf-8",
                    "thong-bao-" + broadcast.id().value() + ".csv",
                    pieces(broadcast)));
  }

  private Stream<String> pieces(Broadcast broadcast) {
    String head = MARK + line("Thông báo", "Tin", "Kênh", "Kết quả", "Lúc", "Số lần gửi", "Lý do");
    Stream<List<Ending>> pages =
        Stream.iterate(
            page(broadcast, 0),
            page -> !page.isEmpty(),
            page -> page(broadcast, page.getLast().delivery()));
    return Stream.concat(Stream.of(head), pages.map(page -> piece(broadcast, page)));
  }

  private List<Ending> page(Broadcast broadcast, long after) {
    return tools.reports().endings(broadcast.id(), after, PAGE);
  }

  private static String piece(Broadcast broadcast, List<Ending> page) {
    StringBuilder piece = new StringBuilder();
    for (Ending each : page) {
      piece.append(
          line(
              broadcast.draft().title(),
              String.valueOf(each.delivery()),
              Address.place(each.channel()),
              words(each.state()),
              each.at() == null ? "" : SECOND.format(each.at()),
              String.valueOf(each.attempts()),
              each.reason() == null ? "" : each.reason()));
    }
    return piece.toString();
  }

  static String line(String... cells) {
    StringBuilder line = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
      printer.printRecord(Stream.of(cells).map(Report::harmless).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /// What a spreadsheet would take for a formula becomes plain text.
  private static String harmless(String cell) {
    String bare = cell.stripLeading();
    boolean isFormula = !bare.isEmpty() && "=+-@".indexOf(bare.charAt(0)) >= 0;
    boolean isHidden = !cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0;
    return isFormula || isHidden ? "'" + cell : cell;
  }

  private static String words(String state) {
    return switch (state) {
      case "sent" -> "đã gửi";
      case "refused" -> "bị từ chối";
      case "failed" -> "không gửi được";
      case "unreachable" -> "không liên lạc được";
      case "unknown" -> "không rõ";
      case "withdrawn" -> "không gửi";
      default -> "chưa gửi";
    };
  }
}
