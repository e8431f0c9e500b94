package vn.ansinh.broadcast.content;

import vn.ansinh.text.Saying;

/// Why something is not done.
///
/// @param what names it for programs
/// @param sentence says it to the officer, with what to do
public record Refusal(Saying.Broadcast what, String sentence) {}
