package vn.ansinh.app.officers;

import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Account;
import vn.ansinh.officer.account.Accounts.Reason;
import vn.ansinh.officer.session.Secret;

/// How the command line speaks of officers.
final class OfficerWords {
  private OfficerWords() {}

  static String link(String site, Secret link) {
    return site + "/console/link/" + link.text();
  }

  static String role(Role role) {
    return switch (role) {
      case READER -> "người xem";
      case WRITER -> "người soạn";
      case APPROVER -> "người duyệt";
      case ADMINISTRATOR -> "quản trị";
    };
  }

  static String state(Account account) {
    if (account.disabled()) {
      return "đã ngừng";
    }
    if (!account.ready()) {
      return "chờ đặt mật khẩu";
    }
    boolean lacksCodes = account.officer().role().needsSecondFactor() && !account.codes();
    return lacksCodes ? "chờ cài mã xác thực" : "đang dùng";
  }

  static String reason(Reason reason) {
    return switch (reason) {
      case BAD_LOGIN ->
          "Tên đăng nhập gồm 2 đến 32 chữ không dấu, số, dấu chấm, gạch nối; bắt đầu bằng chữ hoặc số.";
      case BAD_NAME -> "Họ tên không được để trống, nhiều nhất 80 ký tự.";
      case TAKEN -> "Tên đăng nhập này đã có người dùng.";
      case UNKNOWN -> "Không có cán bộ nào với tên đăng nhập này.";
      case OWN -> "Không tự làm việc này với tài khoản của mình được.";
    };
  }
}
