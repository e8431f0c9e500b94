package vn.ansinh.app.data;

import picocli.CommandLine.Command;

/// What is kept about people.
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Dữ liệu cá nhân mà dịch vụ giữ.",
    subcommands = RegisterCommand.class)
public final class DataCommand {}
