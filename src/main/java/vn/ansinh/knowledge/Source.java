package vn.ansinh.knowledge;

/// A citation under an answer.
///
/// @param document its printed name
/// @param article empty when the whole document is meant
/// @param period since when (and until when) the cited rule or figure holds
public record Source(String document, String article, Period period) {}
