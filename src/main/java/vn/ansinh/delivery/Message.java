package vn.ansinh.delivery;

import java.util.List;
import vn.ansinh.text.RichText;

/// What a citizen is told, before a channel gives it its form.
///
/// @param choices in reading order; empty when nothing is offered
/// @param reactions few enough for one row; mostly none
public record Message(RichText text, List<Choice> choices, List<Reaction> reactions) {
  public Message {
    choices = List.copyOf(choices);
    reactions = List.copyOf(reactions);
  }

  public Message(RichText text, List<Choice> choices) {
    this(text, choices, List.of());
  }
}
