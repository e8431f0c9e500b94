package vn.ansinh.delivery;

import java.util.List;
import vn.ansinh.text.RichText;

/// What a citizen is told, before a channel gives it its form.
///
/// @param choices in reading order; empty when nothing is offered
public record Message(RichText text, List<Choice> choices) {
  public Message {
    choices = List.copyOf(choices);
  }
}
