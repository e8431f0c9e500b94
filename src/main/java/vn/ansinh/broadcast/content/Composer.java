package vn.ansinh.broadcast.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying.Broadcast;
import vn.ansinh.text.Span;
import vn.ansinh.text.template.Template;

/// Turns a draft into the message that citizens would get, or says everything that is wrong with
/// it.
public final class Composer {
  private static final int LONGEST_TITLE = 100;

  private final Supplier<KnowledgeBase> base;
  private final Mailing mailing;
  private final Refusals refusals;

  public Composer(Supplier<KnowledgeBase> base, Mailing mailing, Refusals refusals) {
    this.base = base;
    this.mailing = mailing;
    this.refusals = refusals;
  }

  /// What came of a draft.
  public sealed interface Composed {
    record Good(Message message) implements Composed {}

    /// @param why at least one
    record Broken(List<Refusal> why) implements Composed {}
  }

  public Composed compose(Draft draft) {
    KnowledgeBase current = base.get();
    List<Refusal> wrong = new ArrayList<>();
    title(draft.title(), wrong);
    Markup.Read read = Markup.read(draft.body(), refusals);
    wrong.addAll(read.wrong());
    RichText text = filled(read.text(), draft.fills(), wrong);
    List<Choice> button = button(current, draft.button(), wrong);
    audience(current, draft, wrong);
    Message message = new Message(text, button);
    if (text.isEmpty()) {
      wrong.add(refusals.of(Broadcast.EMPTY));
    } else if (!mailing.fits(message)) {
      Map<String, String> values =
          Map.of(
              "length", String.valueOf(text.plain().length()),
              "most", String.valueOf(mailing.longestText()));
      wrong.add(refusals.of(Broadcast.TOO_LONG, values));
    }
    return wrong.isEmpty()
        ? new Composed.Good(message)
        : new Composed.Broken(wrong.stream().distinct().toList());
  }

  private void title(String title, List<Refusal> wrong) {
    if (title.isBlank()) {
      wrong.add(refusals.of(Broadcast.TITLE_MISSING));
    } else if (title.length() > LONGEST_TITLE) {
      Map<String, String> values = Map.of("most", String.valueOf(LONGEST_TITLE));
      wrong.add(refusals.of(Broadcast.TITLE_LONG, values));
    }
  }

  private RichText filled(RichText text, Map<String, String> fills, List<Refusal> wrong) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : text.blocks()) {
      // Markup makes nothing but paragraphs.
      if (block instanceof Block.Paragraph(List<Span> spans)) {
        blocks.add(
            new Block.Paragraph(
                spans.stream()
                    .map(span -> span.withText(filled(span.text(), fills, wrong)))
                    .toList()));
      }
    }
    return new RichText(blocks);
  }

  private String filled(String words, Map<String, String> fills, List<Refusal> wrong) {
    String between = Template.GAP.matcher(words).replaceAll("");
    if (between.contains("{{") || between.contains("}}")) {
      wrong.add(refusals.of(Broadcast.GAP_BROKEN));
    }
    return Template.GAP
        .matcher(words)
        .replaceAll(
            gap -> {
              String name = gap.group(1).strip();
              String value = fills.getOrDefault(name, "").strip();
              if (value.isEmpty()) {
                wrong.add(refusals.of(Broadcast.GAP_UNFILLED, Map.of("gap", gap.group())));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /// As the buttons of answers are, so that a tap is answered like any other question.
  private List<Choice> button(
      KnowledgeBase current, @Nullable EntitlementId id, List<Refusal> wrong) {
    if (id == null) {
      return List.of();
    }
    Optional<Entitlement> entitlement = current.find(id);
    if (entitlement.isEmpty()) {
      wrong.add(refusals.of(Broadcast.BUTTON_UNKNOWN, Map.of("id", id.value())));
    }
    return entitlement
        .map(
            found -> new Choice(found.shortTitle(), "e:" + id.value() + ":" + Facet.OVERVIEW.key()))
        .stream()
        .toList();
  }

  private void audience(KnowledgeBase current, Draft draft, List<Refusal> wrong) {
    List<String> unknown =
        draft
            .audience()
            .unknown(
                ids(current.circles().neighbourhoods()),
                ids(current.circles().groups()),
                ids(current.areas()));
    if (!unknown.isEmpty()) {
      Map<String, String> values = Map.of("ids", String.join(", ", unknown));
      wrong.add(refusals.of(Broadcast.AUDIENCE_UNKNOWN, values));
    }
  }

  private static Set<String> ids(List<KnowledgeBase.Area> areas) {
    return areas.stream().map(KnowledgeBase.Area::id).collect(Collectors.toSet());
  }
}
