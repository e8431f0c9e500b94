package vn.ansinh.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML text read to a tree.
///
/// @param root an empty mapping when the text is empty or cannot be read
/// @param faults bad syntax and keys that stand twice; empty when all is well
public record YamlDocument(YamlNode root, List<YamlFault> faults) {
  private static final String CURE =
      "Xem lại dòng này và dòng ngay trên: thụt đầu dòng bằng dấu cách, sau dấu hai chấm có một dấu"
          + " cách, câu có dấu : hoặc # thì đặt trong dấu nháy kép.";

  public YamlDocument {
    faults = List.copyOf(faults);
  }

  public static YamlDocument parse(String text) {
    return parse(text, 1);
  }

  /// Reads a text that is part of a file.
  ///
  /// @param firstLine the line of the file on which the text begins
  public static YamlDocument parse(String text, int firstLine) {
    Tree tree = new Tree(firstLine);
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
      if (root.isPresent()) {
        return new YamlDocument(tree.of(root.get()), tree.faults);
      }
      return new YamlDocument(new YamlNode.Mapping(firstLine, Map.of()), List.of());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0);
      return unreadable(firstLine + line, e.getProblem());
    } catch (YamlEngineException e) {
      return unreadable(firstLine, String.valueOf(e.getMessage()));
    }
  }

  private static YamlDocument unreadable(int line, String problem) {
    String words =
        problem.contains("'\\t'") || problem.contains("TAB")
            ? "Đầu dòng có dấu tab, YAML không đọc được."
            : "Không đọc được từ dòng này: viết sai cách của tệp YAML.";
    return new YamlDocument(
        new YamlNode.Mapping(line, Map.of()), List.of(new YamlFault(line, words, CURE)));
  }

  private static final class Tree {
    private final int firstLine;
    private final List<YamlFault> faults = new ArrayList<>();

    Tree(int firstLine) {
      this.firstLine = firstLine;
    }

    YamlNode of(Node node) {
      int line = line(node);
      if (node.isRecursive()) {
        faults.add(new YamlFault(line, "Mục này chứa chính nó.", "Bỏ dấu & và * ở mục này."));
        return new YamlNode.Scalar(line, "", false);
      }
      return switch (node) {
        case MappingNode mapping -> mapping(line, mapping);
        case SequenceNode list ->
            new YamlNode.Sequence(line, list.getValue().stream().map(this::of).toList());
        case ScalarNode scalar -> scalar(line, scalar);
        default -> new YamlNode.Scalar(line, "", false);
      };
    }

    private YamlNode mapping(int line, MappingNode mapping) {
      Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        int keyLine = line(tuple.getKeyNode());
        String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
        YamlNode.Entry entry = new YamlNode.Entry(key, keyLine, of(tuple.getValueNode()));
        if (entries.putIfAbsent(key, entry) != null) {
          faults.add(
              new YamlFault(keyLine, "«" + key + "» có hai lần.", "Giữ lại một, xóa mục kia."));
        }
      }
      return new YamlNode.Mapping(line, entries);
    }

    private static YamlNode scalar(int line, ScalarNode scalar) {
      String text = scalar.getValue();
      boolean nothing = scalar.isPlain() && (text.equals("null") || text.equals("~"));
      return new YamlNode.Scalar(line, nothing ? "" : text, !scalar.isPlain());
    }

    private int line(Node node) {
      return firstLine + node.getStartMark().map(Mark::getLine).orElse(0);
    }
  }
}
