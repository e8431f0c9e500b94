package vn.ansinh.bench.growth;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What was measured as a picture in SVG: small pictures side by side, each of one figure by the
/// number of citizens, from which every value can be read.
final class Chart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;
  private static final int LEFT = 30;
  private static final int RIGHT = 40;
  private static final int TOP = 66;
  private static final int BOTTOM = 40;
  private static final List<String> COLOURS = List.of("#0b5cad", "#b3470b", "#3d7a1f");

  /// @param name of a line
  private record Line(String name, ToDoubleFunction<Measured> value) {}

  private final List<Measured> all;
  private final StringBuilder svg = new StringBuilder();

  private Chart(List<Measured> all) {
    this.all = all;
  }

  /// @param all the fewest citizens first
  static String of(List<Measured> all) {
    return new Chart(all).drawn();
  }

  private String drawn() {
    write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\" fill=\"#222\">",
        2 * WIDTH, 2 * HEIGHT);
    write("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
    panel(
        0,
        "Time to the answer, ms",
        List.of(
            new Line("p99", each -> each.chats().p99()),
            new Line("p50", each -> each.chats().p50())));
    panel(
        1,
        "Messages a second",
        List.of(
            new Line("answers at most", Measured::most),
            new Line("broadcast", each -> each.broadcast().perSecond()),
            new Line("questions answered", each -> each.chats().answeredPerSecond())));
    panel(
        2,
        "Resident memory, MB",
        List.of(
            new Line("service", each -> each.machine().javaMegabytes()),
            new Line("PostgreSQL", each -> each.machine().postgresMegabytes())));
    panel(3, "Database on disk, MB", List.of(new Line("all tables", Measured::diskMegabytes)));
    write("</svg>");
    return svg.toString();
  }

  private void panel(int place, String title, List<Line> lines) {
    write("<g transform=\"translate(%d %d)\">", place % 2 * WIDTH, place / 2 * HEIGHT);
    write("<text x=\"%d\" y=\"22\" font-size=\"15\" font-weight=\"bold\">%s</text>", LEFT, title);
    int floor = HEIGHT - BOTTOM;
    write(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\"/>",
        LEFT, floor, WIDTH - RIGHT, floor);
    for (Measured each : all) {
      write(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>",
          x(each), floor + 18, each.citizens());
    }
    write(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#666\">citizens</text>",
        (WIDTH - RIGHT + LEFT) / 2, floor + 33);
    double most =
        lines.stream()
            .flatMap(line -> all.stream().map(line.value::applyAsDouble))
            .max(Double::compare)
            .orElseThrow();
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i, most);
    }
    write("</g>");
  }

  private void line(Line line, int number, double most) {
    String colour = COLOURS.get(number);
    StringBuilder points = new StringBuilder();
    for (Measured each : all) {
      double value = line.value.applyAsDouble(each);
      double y = HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(each), y));
      write("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(each), y, colour);
      write(
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">%s</text>",
          x(each), y - 7, colour, value < 10 ? "%.1f".formatted(value) : "%,.0f".formatted(value));
    }
    write(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        points.toString().strip(), colour);
    write(
        "<text x=\"%d\" y=\"40\" fill=\"%s\">— %s</text>", LEFT + number * 125, colour, line.name);
  }

  /// Ten times as many citizens are always as far.
  private double x(Measured each) {
    double least = Math.log10(all.getFirst().citizens());
    double widest = Math.max(1e-9, Math.log10(all.getLast().citizens()) - least);
    double room = WIDTH - 2.0 * LEFT - RIGHT;
    return LEFT * 1.5 + (Math.log10(each.citizens()) - least) / widest * room;
  }

  private void write(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
