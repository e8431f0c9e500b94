package vn.ansinh.text;

/// A run of words in one style.
public sealed interface Span {
  String text();

  Span withText(String text);

  record Plain(String text) implements Span {
    @Override
    public Plain withText(String text) {
      return new Plain(text);
    }
  }

  record Bold(String text) implements Span {
    @Override
    public Bold withText(String text) {
      return new Bold(text);
    }
  }

  record Italic(String text) implements Span {
    @Override
    public Italic withText(String text) {
      return new Italic(text);
    }
  }

  /// @param url absolute, https or tel
  record Link(String text, String url) implements Span {
    @Override
    public Link withText(String text) {
      return new Link(text, url);
    }
  }
}
