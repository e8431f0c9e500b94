package vn.ansinh.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command that was given on the command line, and what came of it.
record Ran(int code, String out, String err) {
  /// @param config the file with the configuration
  static Ran with(Path config, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--config=" + config);
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }
}
