package vn.ansinh.console.questions;

import java.time.Instant;

/// A question with the entry that should have answered it, by an officer's word.
///
/// @param entitlement empty when none is to answer it
/// @param facet empty when the side was not said
/// @param officer who said so, by name
public record Judged(
    long id, String question, String entitlement, String facet, String officer, Instant at) {}
