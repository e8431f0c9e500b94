package vn.ansinh.conversation.forms;

import java.util.Map;
import vn.ansinh.text.Phrase;

/// Why an answer is not taken, in words.
///
/// @param field that is asked again
public record Refusal(Field field, Phrase phrase, Map<String, String> values) {}
