package vn.ansinh.inbox;

import java.time.Instant;

/// What is promised to a citizen who asks.
///
/// @param answer until when they are answered
/// @param unseen from when on it is an alarm that nobody has taken the question
public record Promise(Instant answer, Instant unseen) {}
