package vn.ansinh.search;

import vn.ansinh.knowledge.EntitlementId;

/// An entitlement that may answer, with a score from 0 to about 1 that can be compared across
/// questions.
public record Hit(EntitlementId entitlement, double score) {}
