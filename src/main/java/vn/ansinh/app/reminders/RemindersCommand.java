package vn.ansinh.app.reminders;

import picocli.CommandLine.Command;
import vn.ansinh.app.ticks.JobsCommand;
import vn.ansinh.app.ticks.ReportCommand;

/// What the service would remind people of.
@Command(
    name = "reminders",
    mixinStandardHelpOptions = true,
    description = "Những gì An Sinh sẽ nhắc, đã nhắc, và các việc định kỳ.",
    subcommands = {
      ForecastCommand.class,
      PlanCommand.class,
      JobsCommand.class,
      ReportCommand.class
    })
public final class RemindersCommand {}
