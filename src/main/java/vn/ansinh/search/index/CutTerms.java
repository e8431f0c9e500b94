package vn.ansinh.search.index;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Terms that are already cut, as a field of a document: with frequencies, without positions.
public final class CutTerms extends TokenStream {
  private static final FieldType TYPE = type();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final List<String> terms;
  private int next;

  private CutTerms(List<String> terms) {
    this.terms = terms;
  }

  public static Field field(String name, List<String> terms) {
    return new Field(name, new CutTerms(terms), TYPE);
  }

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    clearAttributes();
    term.append(terms.get(next++));
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
