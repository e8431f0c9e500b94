package vn.ansinh.app.data;

import picocli.CommandLine.Command;

/// Keeps the keys by which personal data are sealed.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Khóa mã hóa dữ liệu cá nhân (data.key-file): tạo, kể, thay, bỏ.",
      "Thay khóa: `keys rotate`, chép tệp khóa cho mọi máy chạy dịch vụ, khởi động lại từng máy; đêm ấy dữ liệu cũ",
      "được mã hóa lại; hôm sau `keys list`, rồi `keys retire` khóa cũ và chép tệp khóa lần nữa."
    },
    subcommands = {
      KeysCreateCommand.class,
      KeysListCommand.class,
      KeysRotateCommand.class,
      KeysRetireCommand.class
    })
public final class KeysCommand {}
