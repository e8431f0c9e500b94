package vn.ansinh.console;

import java.util.Map;
import vn.ansinh.officer.Role;

/// The page at `/console`: what there is to do, for whoever is signed in.
public final class StartPage {
  private StartPage() {}

  public static void addTo(Desk desk) {
    desk.page("/console", Role.READER, visit -> visit.show("console/start.jte", Map.of()));
  }
}
