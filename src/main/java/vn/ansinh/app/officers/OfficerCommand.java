package vn.ansinh.app.officers;

import picocli.CommandLine.Command;

/// Keeps the officers' accounts.
@Command(
    name = "officer",
    mixinStandardHelpOptions = true,
    description = {
      "Thêm, kể, ngừng, đặt lại tài khoản cán bộ của dịch vụ đang chạy.",
      "Mọi việc đều ghi vào nhật ký (audit)."
    },
    subcommands = {
      OfficerAddCommand.class,
      OfficerListCommand.class,
      OfficerDisableCommand.class,
      OfficerResetCommand.class
    })
public final class OfficerCommand {}
