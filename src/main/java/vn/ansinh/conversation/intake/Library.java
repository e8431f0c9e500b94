package vn.ansinh.conversation.intake;

import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.SearchIndex;

/// A knowledge base together with its index: what is exchanged as one when files change.
public record Library(KnowledgeBase base, SearchIndex index) {}
