package vn.ansinh.knowledge.impact;

import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;

/// What other parts rest on: a document, or a parameter.
public sealed interface Subject {
  record OfDocument(LegalDocument document) implements Subject {}

  record OfParameter(Parameter parameter) implements Subject {}
}
