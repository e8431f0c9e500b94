package vn.ansinh.search.explain;

import vn.ansinh.search.explain.Explained.Kind;
import vn.ansinh.search.explain.Explained.Role;
import vn.ansinh.search.explain.Explained.Source;
import vn.ansinh.search.explain.Explained.Step;

/// What the parts of an explanation are called.
public final class ExplanationWords {
  private ExplanationWords() {}

  public static String of(Step step) {
    return switch (step) {
      case NORMALISED -> "chuẩn chính tả";
      case SPLIT -> "tách số";
      case KEYS -> "phím chưa bỏ dấu";
      case ABBREVIATION -> "viết tắt";
      case TYPO -> "sửa lỗi gõ";
      case MARKS -> "thêm dấu";
    };
  }

  public static String of(Role role) {
    return switch (role) {
      case FILLER -> "lời đệm";
      case FUNCTION -> "hư từ";
      case KIN -> "xưng hô";
      case NEGATED -> "điều không có";
      case FACET -> "điều hỏi";
      case NUMBER -> "số";
      case CONTENT -> "nội dung";
    };
  }

  public static String of(Kind kind) {
    return switch (kind) {
      case WHOLE -> "cả mục";
      case LIKENESS -> "câu giống";
      case NAMED -> "gọi tên";
      case TELLING -> "nói riêng";
      case AGE -> "tuổi";
      case ELSEWHERE -> "nơi khác";
      case NONE -> "khởi điểm";
    };
  }

  public static String of(Source source) {
    return switch (source) {
      case TITLE -> "tên mục";
      case ALIAS -> "tên gọi khác";
      case EXAMPLE -> "câu mẫu";
      case PASSAGE -> "lời đáp";
    };
  }
}
