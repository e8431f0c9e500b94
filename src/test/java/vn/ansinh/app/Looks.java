package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What every page of the console must bear at every width, and a picture of it to look at.
final class Looks {
  private Looks() {}

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "console-" + name + ".png")));
  }

  /// Nothing wider than the screen, one heading, every field labelled, nothing serious that axe
  /// finds.
  static void fits(Page page, int width, String name) {
    picture(page, name + "-" + width);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("%s at %d", name, width)
        .isLessThanOrEqualTo(width);
    assertThat(page.locator("h1")).hasCount(1);
    AxeResults found = new AxeBuilder(page).setLegacyMode(true).analyze();
    assertThat(found.getPasses()).as("%s: what axe looked at", name).hasSizeGreaterThan(10);
    assertThat(
            found.getViolations().stream()
                .filter(each -> Set.of("serious", "critical").contains(each.getImpact()))
                .map(each -> each.getId() + ": " + each.getNodes().getFirst().getHtml()))
        .as("%s at %d: what axe finds", name, width)
        .isEmpty();
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('input:not([type=hidden]),select,textarea')]
                  .filter(each => each.labels.length === 0).map(each => each.name)"""))
        .as("%s: fields without a label", name)
        .isEqualTo(List.of());
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('[id]')].map(each => each.id)
                  .filter((id, at, all) => all.indexOf(id) !== at)"""))
        .as("%s: ids given twice", name)
        .isEqualTo(List.of());
  }
}
