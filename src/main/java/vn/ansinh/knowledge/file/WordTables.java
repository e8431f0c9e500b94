package vn.ansinh.knowledge.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase.Area;
import vn.ansinh.knowledge.KnowledgeBase.Circles;
import vn.ansinh.knowledge.KnowledgeBase.Contact;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// The files of words: areas, contacts, phrases and the lexicon.
record WordTables(Folder folder) {
  private static final String AREAS = "areas.yaml";
  private static final String CIRCLES = "audiences.yaml";
  private static final String CONTACTS = "contacts.yaml";
  private static final String PHRASES = "phrases.yaml";
  private static final String FACETS = "lexicon/facets.tsv";
  private static final String FACET_EXAMPLES = "lexicon/facet-examples.tsv";
  private static final String COURTESIES = "lexicon/courtesies.tsv";

  /// Telegram shows a hundred buttons at most.
  private static final int MOST_CIRCLES = 90;

  List<Area> areas() {
    Faults.In in = folder.faults().in(AREAS);
    Map<String, Area> areas = new LinkedHashMap<>();
    YamlNode root = folder.yaml(AREAS);
    List<YamlNode> items = root instanceof YamlNode.Sequence list ? list.items() : List.of();
    if (items.isEmpty() && folder.faults().none(AREAS)) {
      in.add(0, "Chưa có chủ đề nào.", "Viết mỗi chủ đề một dòng: - {id: …, label: …}.");
    }
    for (YamlNode item : items) {
      YamlFields fields = YamlFields.of(item, in::add);
      Area area = new Area(fields.text("id"), fields.text("label"));
      fields.refuseOthers();
      if (areas.putIfAbsent(area.id(), area) != null) {
        in.add(item.line(), "Mã «" + area.id() + "» có hai lần.", "Giữ lại một, xóa mục kia.");
      }
    }
    return List.copyOf(areas.values());
  }

  Circles circles() {
    Faults.In in = folder.faults().in(CIRCLES);
    YamlFields fields = YamlFields.of(folder.yaml(CIRCLES), in::add);
    Circles circles = new Circles(named(fields, "neighbourhoods"), named(fields, "groups"));
    fields.refuseOthers();
    return circles;
  }

  /// `id: label`, one a line.
  private List<Area> named(YamlFields file, String key) {
    YamlFields fields = file.map(key);
    List<Area> named = new ArrayList<>();
    for (YamlNode.Entry entry : fields.entries()) {
      folder.checkId(CIRCLES, entry);
      named.add(new Area(entry.key(), fields.text(entry.key())));
    }
    if (named.size() > MOST_CIRCLES) {
      folder
          .faults()
          .in(CIRCLES)
          .add(
              file.line(key),
              "«" + key + "» có quá nhiều mục, người dân không chọn được.",
              "Gộp bớt, nhiều nhất " + MOST_CIRCLES + " mục.");
    }
    return named;
  }

  Map<String, Contact> contacts() {
    Faults.In in = folder.faults().in(CONTACTS);
    Map<String, Contact> contacts = new LinkedHashMap<>();
    for (YamlNode.Entry entry : folder.entries(CONTACTS)) {
      YamlFields fields = YamlFields.of(entry.value(), in::add);
      contacts.put(
          entry.key(),
          new Contact(
              entry.key(),
              fields.text("name"),
              fields.optionalText("phone").orElse(""),
              fields.optionalText("hours").orElse("")));
      fields.refuseOthers();
    }
    return contacts;
  }

  /// Empty when phrases are missing; each is a fault, or the file as a whole is.
  Optional<Phrases> phrases() {
    Faults.In in = folder.faults().in(PHRASES);
    YamlNode root = folder.yaml(PHRASES);
    if (root instanceof YamlNode.Mapping none && none.entries().isEmpty()) {
      if (folder.faults().none(PHRASES)) {
        in.add(0, "Chưa có câu nào.", "Viết lại đủ các câu, mỗi câu một mục «tên: câu».");
      }
      return Optional.empty();
    }
    YamlFields fields = YamlFields.of(root, in::add);
    Map<Saying, String> texts = new HashMap<>();
    for (Saying phrase : Saying.ALL) {
      String text = fields.text(phrase.key());
      if (!text.isEmpty()) {
        texts.put(phrase, text);
      }
    }
    fields.refuseOthers();
    return texts.size() == Saying.ALL.size() ? Optional.of(new Phrases(texts)) : Optional.empty();
  }

  Lexicon lexicon() {
    Map<String, List<String>> abbreviations = new LinkedHashMap<>();
    for (Pair pair : pairs("lexicon/abbreviations.tsv")) {
      abbreviations.computeIfAbsent(pair.left, _ -> new ArrayList<>()).add(pair.right);
    }
    List<Lexicon.Synonym> synonyms =
        pairs("lexicon/synonyms.tsv").stream()
            .map(pair -> new Lexicon.Synonym(pair.left, pair.right))
            .toList();
    List<String> stopPhrases =
        lines("lexicon/stop-phrases.txt").values().stream().map(String::strip).toList();
    List<String> elsewhere = List.copyOf(lines("lexicon/elsewhere.txt").values());
    return new Lexicon(
        abbreviations,
        synonyms,
        stopPhrases,
        facets(FACETS),
        facets(FACET_EXAMPLES),
        courtesies(),
        elsewhere);
  }

  /// How people ask for an entitlement, from the table beside its file.
  Map<Facet, List<String>> examples(String entitlement) {
    return facets(entitlement.replaceFirst("\\.md$", ".tsv"));
  }

  private Map<Facet, List<String>> facets(String file) {
    Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
    for (Pair pair : pairs(file)) {
      Optional<Facet> facet = Facet.ofKey(pair.left);
      facet.ifPresent(
          known -> facets.computeIfAbsent(known, _ -> new ArrayList<>()).add(pair.right));
      if (facet.isEmpty()) {
        refuseName(file, pair, Arrays.stream(Facet.values()).map(Facet::key).toList());
      }
    }
    return facets;
  }

  private Map<String, List<String>> courtesies() {
    List<String> kinds = Arrays.stream(Phrase.values()).map(Phrase::key).toList();
    Map<String, List<String>> courtesies = new LinkedHashMap<>();
    for (Pair pair : pairs(COURTESIES)) {
      if (kinds.contains(pair.left)) {
        courtesies.computeIfAbsent(pair.left, _ -> new ArrayList<>()).add(pair.right);
      } else {
        refuseName(COURTESIES, pair, kinds);
      }
    }
    return courtesies;
  }

  private void refuseName(String file, Pair pair, List<String> names) {
    folder
        .faults()
        .in(file)
        .add(
            pair.line,
            "«" + pair.left + "» không phải là tên dùng được ở cột đầu.",
            "Chọn một trong: " + String.join(", ", names) + ".");
  }

  private List<Pair> pairs(String file) {
    List<Pair> pairs = new ArrayList<>();
    lines(file)
        .forEach(
            (line, text) -> {
              String[] columns = text.split("\t", -1);
              if (columns.length == 2 && !columns[0].isBlank() && !columns[1].isBlank()) {
                pairs.add(new Pair(line, columns[0].strip(), columns[1].strip()));
              } else {
                folder
                    .faults()
                    .in(file)
                    .add(
                        line,
                        "Dòng này không có đúng hai cột cách nhau bằng một dấu tab.",
                        "Viết cột thứ nhất, bấm phím Tab một lần, rồi viết cột thứ hai.");
              }
            });
    return pairs;
  }

  /// The lines that say something, by number; those that begin with # are remarks.
  private Map<Integer, String> lines(String file) {
    Map<Integer, String> lines = new LinkedHashMap<>();
    List<String> all = folder.text(file).map(text -> text.lines().toList()).orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isBlank() && !all.get(i).startsWith("#")) {
        lines.put(i + 1, all.get(i));
      }
    }
    return lines;
  }

  private record Pair(int line, String left, String right) {}
}
