package vn.ansinh.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Something the service itself says; the words are in `knowledge-base/phrases.yaml`.
public sealed interface Saying permits Phrase, Label {
  List<Saying> ALL =
      Stream.<Saying>concat(Arrays.stream(Phrase.values()), Arrays.stream(Label.values())).toList();

  /// Under which key the words are in the file.
  String key();
}
