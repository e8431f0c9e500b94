package vn.ansinh.knowledge.impact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.file.Fault;

/// The golden questions of a knowledge directory: `questions/*.tsv`, columns id, question,
/// expected, and facet where there is one.
///
/// @param faults the lines that could not be read
public record GoldenQuestions(List<GoldenQuestion> all, List<Fault> faults) {
  private static final String FOLDER = "questions";
  private static final String OUT = "OUT";
  private static final String NONE = "-";

  public GoldenQuestions {
    all = List.copyOf(all);
    faults = List.copyOf(faults);
  }

  /// Reads every file; none when the directory has no questions.
  public static GoldenQuestions read(Path knowledge) {
    Reader reader = new Reader(knowledge);
    if (Files.isDirectory(knowledge.resolve(FOLDER))) {
      reader.folder();
    }
    return new GoldenQuestions(reader.all, reader.faults);
  }

  /// Where the columns of one file stand.
  ///
  /// @param facet -1 when there is none
  private record Columns(int id, int question, int expected, int facet) {
    static Columns of(List<String> heading) {
      return new Columns(
          heading.indexOf("id"),
          heading.indexOf("question"),
          heading.indexOf("expected"),
          heading.indexOf("facet"));
    }

    boolean complete() {
      return id >= 0 && question >= 0 && expected >= 0;
    }

    int last() {
      return Math.max(Math.max(id, question), Math.max(expected, facet));
    }
  }

  private static final class Reader {
    private final Path root;
    private final List<GoldenQuestion> all = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Reader(Path root) {
      this.root = root;
    }

    private void folder() {
      try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
        files
            .map(file -> FOLDER + "/" + file.getFileName())
            .filter(file -> file.endsWith(".tsv"))
            .sorted()
            .forEach(this::file);
      } catch (IOException e) {
        fault(FOLDER, 0, "Không đọc được thư mục này.", "Xem lại quyền đọc.");
      }
    }

    private void file(String file) {
      try {
        rows(file, Files.readAllLines(root.resolve(file), StandardCharsets.UTF_8));
      } catch (IOException e) {
        fault(file, 0, "Không đọc được tệp này.", "Lưu lại với bảng mã UTF-8, xem lại quyền đọc.");
      }
    }

    private void rows(String file, List<String> lines) {
      Columns columns = Columns.of(lines.isEmpty() ? List.of() : cells(lines.getFirst()));
      if (!columns.complete()) {
        fault(file, 1, "Thiếu cột id, question hoặc expected.", "Ghi tên các cột ở dòng đầu.");
        return;
      }
      for (int i = 1; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          row(new Place(file, i + 1), cells(lines.get(i)), columns);
        }
      }
    }

    private static List<String> cells(String line) {
      return Stream.of(line.split("\t", -1)).map(String::strip).toList();
    }

    private void row(Place place, List<String> cells, Columns columns) {
      if (cells.size() <= columns.last()) {
        fault(place, "Dòng này thiếu cột.", "Giữa hai cột là một phím Tab.");
        return;
      }
      all.add(
          new GoldenQuestion(
              cells.get(columns.id),
              cells.get(columns.question),
              expected(place, cells.get(columns.expected)),
              columns.facet < 0 ? List.of() : facets(place, cells.get(columns.facet)),
              place));
    }

    private List<EntitlementId> expected(Place place, String text) {
      List<EntitlementId> ids = new ArrayList<>();
      boolean none = text.equals(OUT) || text.equals(NONE);
      for (String id : none ? List.<String>of() : List.of(text.split("\\|"))) {
        if (EntitlementId.isValid(id)) {
          ids.add(new EntitlementId(id));
        } else {
          fault(place, "Mã «" + id + "» viết sai.", "Viết mã của mục, OUT hoặc -.");
        }
      }
      return ids;
    }

    private List<Facet> facets(Place place, String text) {
      List<Facet> facets = new ArrayList<>();
      boolean none = text.isEmpty() || text.equals(NONE);
      for (String key : none ? List.<String>of() : List.of(text.split("\\|"))) {
        Facet.ofKey(key)
            .ifPresentOrElse(
                facets::add,
                () ->
                    fault(place, "Không có phần «" + key + "».", "Xem tên các phần trong README."));
      }
      return facets;
    }

    private void fault(Place place, String problem, String cure) {
      fault(place.file(), place.line(), problem, cure);
    }

    private void fault(String file, int line, String problem, String cure) {
      faults.add(new Fault(file, line, problem, cure));
    }
  }
}
