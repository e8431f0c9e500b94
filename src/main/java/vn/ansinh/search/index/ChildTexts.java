package vn.ansinh.search.index;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.KnowledgeBase.Contact;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.explain.Explained.Source;

/// The texts under which an entry is found, with words in the place of references.
public final class ChildTexts {
  record Text(String text, boolean isPassage) {}

  /// An entry's texts as they stand in its file, in the order in which its children are numbered.
  public static List<Explained.Text> written(Entitlement entry) {
    List<Explained.Text> texts = new ArrayList<>();
    texts.add(new Explained.Text(Source.TITLE, entry.title()));
    if (!entry.shortTitle().equals(entry.title())) {
      texts.add(new Explained.Text(Source.TITLE, entry.shortTitle()));
    }
    entry.aliases().forEach(alias -> texts.add(new Explained.Text(Source.ALIAS, alias)));
    entry.exampleTexts().forEach(example -> texts.add(new Explained.Text(Source.EXAMPLE, example)));
    entry
        .passages()
        .forEach(passage -> texts.add(new Explained.Text(Source.PASSAGE, passage.text())));
    return texts;
  }

  private ChildTexts() {}

  static List<Text> of(Entitlement entry, KnowledgeBase base) {
    return written(entry).stream()
        .map(
            text ->
                text.kind() == Source.PASSAGE
                    ? new Text(entry.title() + "\n" + plain(text.words(), base), true)
                    : new Text(text.words(), false))
        .toList();
  }

  /// The text without Markdown; a reference becomes the label of what it stands for.
  static String plain(String text, KnowledgeBase base) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      plain.append(text, at, open).append(label(text.substring(open + 2, close).strip(), base));
      at = close + 2;
    }
    plain.append(text, at, text.length());
    return withoutLinks(plain.toString()).replace("**", "");
  }

  private static String label(String reference, KnowledgeBase base) {
    if (reference.startsWith("=")) {
      return reference.substring(1).strip();
    }
    String name = reference.split("[ .*/+]", 2)[0];
    if (name.startsWith("@")) {
      Contact contact = base.contacts().get(name.substring(1));
      return contact == null ? "" : contact.name();
    }
    if (name.startsWith("&")) {
      LegalDocument document = base.documents().get(name.substring(1));
      return document == null ? "" : document.name();
    }
    Parameter parameter = base.parameters().get(name);
    return parameter == null ? "" : parameter.label();
  }

  private static String withoutLinks(String text) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (int middle = text.indexOf("]("); middle >= 0; middle = text.indexOf("](", at)) {
      int close = text.indexOf(')', middle);
      if (close < 0) {
        break;
      }
      kept.append(text, at, middle);
      at = close + 1;
    }
    return kept.append(text, at, text.length()).toString().replace('[', ' ');
  }
}
