package vn.ansinh.inbox;

/// A citizen's question and what the service answered to it.
///
/// @param delivery which carried the answer
/// @param question empty when its words are not known any more
/// @param answer its words
public record Exchange(long delivery, String question, String answer) {}
