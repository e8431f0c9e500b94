package vn.ansinh.search.collection;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.search.collection.JudgedCollection.Text;

/// The texts, one JSON object a line: `{"id": "…", "title": "…", "text": "…"}`.
final class TextLines extends Lines {
  private static final String CURE =
      "Mỗi dòng viết {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}.";

  private final List<Text> texts = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  TextLines(String file) {
    super(file);
  }

  List<Text> texts() {
    return texts;
  }

  @Override
  boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  void take(int number, String line) {
    try {
      take(number, new JsonObject(line));
    } catch (DecodeException e) {
      fault(number, "Dòng này không phải một đối tượng JSON.", CURE);
    }
  }

  private void take(int number, JsonObject object) {
    int before = faults().size();
    String id = id(number, object.getValue("id"));
    String title = text(number, "title", object.getValue("title"));
    String text = text(number, "text", object.getValue("text"));
    if (faults().size() == before && title.isBlank() && text.isBlank()) {
      fault(number, "Văn bản này không có chữ nào.", "Viết \"title\" hoặc \"text\", hay bỏ dòng.");
    }
    Integer other = id.isEmpty() ? null : lines.putIfAbsent(id, number);
    if (other != null) {
      fault(number, "Mã " + id + " đã có ở dòng " + other + ".", "Mỗi văn bản có một mã riêng.");
    }
    texts.add(new Text(id, title, text));
  }

  private String id(int number, Object value) {
    boolean isId = value instanceof String || value instanceof Integer || value instanceof Long;
    String id = isId ? value.toString().strip() : "";
    if (id.isEmpty()) {
      fault(number, "Thiếu \"id\", hoặc \"id\" không phải một chuỗi.", CURE);
    } else if (id.indexOf('|') >= 0 || id.indexOf('\t') >= 0) {
      fault(number, "Mã " + id + " có dấu | hoặc dấu TAB.", "Đặt mã không có hai dấu ấy.");
    }
    return id;
  }

  private String text(int number, String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    fault(number, "Thiếu \"" + key + "\", hoặc \"" + key + "\" không phải một chuỗi.", CURE);
    return "";
  }
}
