/// The knowledge base as values: entitlements, facets, dated parameters, documents, contacts,
/// lexicon.
@NullMarked
package vn.ansinh.knowledge;

import org.jspecify.annotations.NullMarked;
