package vn.ansinh.app.officers;

import picocli.CommandLine.Command;

/// The log of what officers did.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Nhật ký việc cán bộ làm.",
    subcommands = AuditVerifyCommand.class)
public final class AuditCommand {}
