package vn.ansinh.app;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium of this machine.
final class Chromium implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /// Aborts the tests of the class, loudly, where there is no Chromium; with the variable CI set,
  /// fails.
  static Chromium start() {
    Optional<Path> executable =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(
                directory ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (executable.isEmpty()) {
      String loud = "NO CHROMIUM ON THIS MACHINE: the browser tests were NOT run";
      System.err.println("*** " + loud + " ***");
      if (System.getenv("CI") != null) {
        fail(loud);
      }
      abort(loud);
    }
    return new Chromium(executable.orElseThrow());
  }

  BrowserContext open(String address, int width, int height) {
    return open(options(address, width, height));
  }

  BrowserContext open(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  static Browser.NewContextOptions options(String address, int width, int height) {
    return new Browser.NewContextOptions()
        .setBaseURL(address)
        .setViewportSize(width, height)
        .setLocale("vi-VN");
  }

  /// To be looked at afterwards.
  static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  static Browser.NewContextOptions dark(Browser.NewContextOptions options) {
    return options.setColorScheme(ColorScheme.DARK);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
