package vn.ansinh.console.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-27");

  private static List<Line> lines(String... questions) {
    List<Line> lines = new ArrayList<>();
    for (String question : questions) {
      lines.add(new Line(question, List.of(lines.size() + 1L), DAY, List.of(), List.of()));
    }
    return lines;
  }

  private static List<List<String>> groups(List<Line> lines) {
    return Likeness.groups(lines).stream()
        .map(group -> group.lines().stream().map(Line::question).toList())
        .toList();
  }

  @Test
  void questionsThatShareMostOfTheirWordsComeTogetherWithMarksOrWithout() {
    assertThat(
            groups(
                lines(
                    "xin giấy xác nhận độc thân ở đâu",
                    "đăng ký nuôi chó cần giấy gì",
                    "Xin giấy xác nhận độc thân",
                    "giay xac nhan doc than",
                    "nuôi chó có phải đăng ký không?",
                    "mấy giờ phường mở cửa")))
        .containsExactly(
            List.of(
                "xin giấy xác nhận độc thân ở đâu",
                "Xin giấy xác nhận độc thân",
                "giay xac nhan doc than"),
            List.of("đăng ký nuôi chó cần giấy gì", "nuôi chó có phải đăng ký không?"),
            List.of("mấy giờ phường mở cửa"));
  }

  @Test
  void theOrderInWhichTheyAreReadChangesNothing() {
    List<Line> lines =
        lines(
            IntStream.range(0, 200)
                .mapToObj(i -> "giấy " + "abcdefgh".charAt(i % 8) + " phép số " + i % 13)
                .toArray(String[]::new));
    List<List<String>> once = groups(lines);
    Collections.shuffle(lines, new Random(7));
    assertThat(groups(lines)).isEqualTo(once);
    assertThat(once.stream().mapToInt(List::size).sum()).isEqualTo(200);
  }

  @Test
  void signsAndSmallWordsAloneAreQuestionsToo() {
    assertThat(groups(lines("???", "thế nào", "!!!", "thế là sao", ""))).hasSize(5);
    assertThat(groups(lines("có không", "không có"))).hasSize(1);
  }

  @Test
  void thousandsOfDifferentQuestionsAreGroupedWhileOneWaits() {
    Random random = new Random(1);
    List<Line> lines =
        lines(
            IntStream.range(0, OpenQuestions.MOST)
                .mapToObj(
                    _ ->
                        String.join(
                            " ",
                            IntStream.range(0, 12)
                                .mapToObj(_ -> "chữ" + random.nextInt(300))
                                .toList()))
                .toArray(String[]::new));
    assertThat(Likeness.groups(lines).stream().mapToLong(Group::times).sum())
        .isEqualTo(OpenQuestions.MOST);
  }
}
