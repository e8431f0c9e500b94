package vn.ansinh.search;

import vn.ansinh.knowledge.KnowledgeBase;

/// A knowledge base together with its index: what is exchanged as one when files change.
public record Library(KnowledgeBase base, SearchIndex index) {}
