package vn.ansinh.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
  private static final List<Measured> ALL = List.of(measured(1_000, 40), measured(10_000, 120));

  private static Measured measured(int citizens, double p99) {
    return new Measured(
        citizens,
        20L * citizens,
        citizens / 50,
        3.5,
        new Measured.Chats(10, 10, 20, 30, p99, 0, 0),
        new Measured.Reminders(180, 180, 0, 31),
        new Measured.Broadcast(0.2, 190, 200),
        0,
        new Measured.Machine(300, 150, 0.4, 0.3, 5_000, "delivery 100"),
        400,
        Map.of("Today", 0.1));
  }

  private static List<Element> elements(String name) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Chart.of(ALL))));
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void everyValueStandsAtItsPoint() throws Exception {
    List<String> texts = elements("text").stream().map(Element::getTextContent).toList();
    assertThat(texts).contains("1,000", "10,000", "40", "120", "190", "400", "300", "150");
    // Eight lines of two points.
    assertThat(elements("circle")).hasSize(16);
    assertThat(elements("polyline")).hasSize(8);
  }

  @Test
  void moreCitizensAreFartherRightAndMoreIsHigher() throws Exception {
    List<Element> latency = elements("circle").subList(0, 2);
    assertThat(number(latency.getFirst(), "cx")).isLessThan(number(latency.getLast(), "cx"));
    assertThat(number(latency.getFirst(), "cy")).isGreaterThan(number(latency.getLast(), "cy"));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void theTableTellsHowManyTimesAsMuchItIs() {
    assertThat(Table.of(ALL))
        .contains("| answer p99 | 40 ms | 120 ms (×3.0) |")
        .contains("| page: Today | 0.10 s | 0.10 s (×1.0) |");
  }
}
