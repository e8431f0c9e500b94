package vn.ansinh.search.collection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.knowledge.file.Fault;

/// Texts and the questions whose right texts are known, as read from two files.
public sealed interface JudgedCollection {
  /// One text to be found.
  record Text(String id, String title, String text) {}

  /// A question with the ids of the texts that answer it, at least one.
  ///
  /// @param variant how it is typed; empty when the file does not say
  /// @param line where it stands in its file
  record Question(String id, String question, String variant, List<String> expected, int line) {
    public Question {
      expected = List.copyOf(expected);
    }
  }

  record Good(List<Text> texts, List<Question> questions) implements JudgedCollection {
    public Good {
      texts = List.copyOf(texts);
      questions = List.copyOf(questions);
    }
  }

  /// Every fault of both files, in the order of their lines.
  record Broken(List<Fault> faults) implements JudgedCollection {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  /// @param texts JSON lines with `id`, `title` and `text`
  /// @param questions tab-separated, with the columns `id`, `question`, `expected` and perhaps
  /// `variant-type`
  static JudgedCollection read(Path texts, Path questions) throws IOException {
    TextLines textLines = new TextLines(texts.toString());
    textLines.read(texts);
    QuestionLines questionLines = new QuestionLines(questions.toString());
    questionLines.read(questions);
    List<Fault> faults = new ArrayList<>(textLines.faults());
    faults.addAll(questionLines.faults());
    return faults.isEmpty()
        ? new Good(textLines.texts(), questionLines.questions())
        : new Broken(faults);
  }
}
