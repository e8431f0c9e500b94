package vn.ansinh.app.reminders;

import picocli.CommandLine.Command;

/// What the service would remind people of.
@Command(
    name = "reminders",
    mixinStandardHelpOptions = true,
    description = "Xem trước những gì An Sinh sẽ nhắc.",
    subcommands = {ForecastCommand.class, PlanCommand.class})
public final class RemindersCommand {}
