package vn.ansinh.knowledge.file;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import vn.ansinh.knowledge.Entitlement.Passage;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Reference;
import vn.ansinh.text.template.Template;

/// Checks the text of passages: references, figures typed by hand, links, Markdown that no channel
/// shows.
///
/// @param known parameters, documents and contacts; its entries do not matter
record Style(KnowledgeBase known, LocalDate today, Faults.In in) {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  private static final Pattern URL = Pattern.compile("\\]\\([^)]*\\)");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?iU)(?<![\\w/.,])\\d[\\d.,]*\\s*"
              + "(?:(?:đồng(?! (?:thời|ý|bộ|bào|hồ|hành))|đ|nghìn|ngàn|triệu(?! chứng)|tỷ(?! lệ)|tỉ(?! lệ)"
              + "|phần trăm|tuổi|ngày làm việc|kWh)\\b|%)"
              + "|\\b\\d{1,2}/\\d{1,2}/\\d{4}\\b");
  private static final String MARK = "\uE000";
  private static final Set<Class<? extends Node>> ALLOWED =
      Set.of(
          Paragraph.class,
          BulletList.class,
          ListItem.class,
          Text.class,
          StrongEmphasis.class,
          Link.class,
          SoftLineBreak.class,
          HardLineBreak.class);

  void check(Passage passage) {
    List<String> lines = passage.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      checkLine(lines.get(i), passage.line() + i, passage);
    }
    String masked = Template.GAP.matcher(passage.text()).replaceAll(MARK);
    checkShape(PARSER.parse(masked), passage.line());
    if (passage.grade() == Grade.B
        && passage.facet() != Facet.LEGAL
        && !passage.text().toLowerCase(Locale.ROOT).contains("thường")) {
      in.add(
          passage.line(),
          "Phần này ở mức B (chưa chắc hẳn) mà không có chữ «thường».",
          "Thêm chữ «thường» vào câu, hoặc nâng lên mức A khi đã đối chiếu văn bản.");
    }
  }

  /// Refuses a figure that no reference stands behind.
  void checkFigures(String text, int line) {
    String bare = URL.matcher(Template.GAP.matcher(text).replaceAll(MARK)).replaceAll("]");
    Matcher figure = FIGURE.matcher(bare);
    if (figure.find()) {
      in.add(
          line,
          "Con số «" + figure.group().strip() + "» gõ bằng tay.",
          "Thay bằng tham số {{tên}} trong parameters.yaml; số không do luật định thì viết {{= "
              + figure.group().strip()
              + "}}.");
    }
  }

  private void checkLine(String text, int line, Passage passage) {
    Matcher gap = Template.GAP.matcher(text);
    while (gap.find()) {
      checkReference(gap.group(), Reference.of(gap.group(1)), line, passage);
    }
    String rest = Template.GAP.matcher(text).replaceAll(MARK);
    if (rest.contains("{{") || rest.contains("}}")) {
      in.add(
          line,
          "Có dấu {{ hoặc }} lẻ.",
          "Viết đủ hai ngoặc mở và hai ngoặc đóng trên cùng một dòng: {{tên}}.");
    }
    checkFigures(text, line);
  }

  private void checkReference(String typed, Reference reference, int line, Passage passage) {
    Optional<String> missing = missing(reference);
    if (missing.isPresent()) {
      in.add(line, missing.get(), "Sửa lại tên cho đúng hoặc thêm mục ấy vào tệp vừa nêu.");
    } else if (reference.words(known, day(passage)).isEmpty()) {
      wordless(typed, reference, line, day(passage));
    }
  }

  private Optional<String> missing(Reference reference) {
    return switch (reference) {
      case Reference.Contact contact when !known.contacts().containsKey(contact.id()) ->
          Optional.of("Không có người liên hệ «" + contact.id() + "» trong contacts.yaml.");
      case Reference.Document document when !known.documents().containsKey(document.id()) ->
          Optional.of("Không có văn bản «" + document.id() + "» trong documents.yaml.");
      default ->
          reference.parameters().stream()
              .filter(name -> !known.parameters().containsKey(name))
              .findFirst()
              .map(name -> "Không có tham số «" + name + "» trong parameters.yaml.");
    };
  }

  private void wordless(String typed, Reference reference, int line, LocalDate day) {
    switch (reference) {
      case Reference.Malformed _ ->
          in.add(
              line,
              "Không hiểu " + typed + ".",
              "Viết {{tên}}, {{tên * 1,5}}, {{tên.from}}, {{tên.previous}}, {{@người}},"
                  + " {{&văn-bản}} hoặc {{= chữ}}.");
      case Reference.Document document ->
          in.add(
              line,
              "Văn bản «" + document.id() + "» chưa ghi ngày có hiệu lực.",
              "Ghi «from: …» cho văn bản này trong documents.yaml.");
      case Reference.Figure figure when ranOut(figure, day) ->
          in.addStale(
              line,
              typed + " không có giá trị cho ngày " + day + ".",
              "Thêm giá trị mới vào parameters.yaml hoặc ghi ngày cho đoạn này.");
      default ->
          in.add(
              line,
              typed + " không có giá trị cho ngày " + day + ".",
              "Ghi đủ value, from (và giá trị cũ nếu dùng .previous) trong parameters.yaml.");
    }
  }

  private boolean ranOut(Reference.Figure figure, LocalDate day) {
    return figure.parameters().stream()
        .map(known.parameters()::get)
        .anyMatch(
            parameter ->
                parameter != null
                    && parameter.on(day).isEmpty()
                    && parameter.before(day).isPresent());
  }

  /// Today, or for a passage of another time the nearest day on which it is shown.
  private LocalDate day(Passage passage) {
    LocalDate from = passage.period().from();
    LocalDate to = passage.period().to();
    if (from != null && from.isAfter(today)) {
      return from;
    }
    return to != null && to.isBefore(today) ? to : today;
  }

  /// Walks the Markdown and refuses what is not paragraphs, bullets, bold words and https links.
  private void checkShape(Node parent, int firstLine) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      int line = firstLine + lineIn(node);
      boolean nested = node instanceof ListBlock && node.getParent() instanceof ListItem;
      boolean allowed = ALLOWED.contains(node.getClass()) && !isTable(node);
      if (!allowed || nested) {
        in.add(
            line,
            "Cách viết này không dùng được (chữ nghiêng, đánh số, gạch đầu dòng lồng nhau, HTML, bảng …).",
            "Chỉ dùng đoạn văn, gạch đầu dòng một tầng, **chữ đậm** và [chữ](https://…).");
      } else if (node instanceof Link link && !isHttps(link.getDestination())) {
        in.add(
            line,
            "Đường dẫn «" + link.getDestination() + "» không dùng được.",
            "Viết đủ địa chỉ bắt đầu bằng https://.");
      } else {
        checkShape(node, firstLine);
      }
    }
  }

  private static boolean isTable(Node node) {
    return node instanceof Text text && text.getLiteral().startsWith("|");
  }

  private static int lineIn(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.getSourceSpans().isEmpty()) {
        return at.getSourceSpans().getFirst().getLineIndex();
      }
    }
    return 0;
  }

  private static boolean isHttps(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && !address.contains(MARK);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
