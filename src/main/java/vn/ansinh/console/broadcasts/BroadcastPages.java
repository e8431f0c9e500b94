package vn.ansinh.console.broadcasts;

import vn.ansinh.console.Desk;
import vn.ansinh.officer.Role;

/// All pages about broadcasts.
public final class BroadcastPages {
  private final Tools tools;

  public BroadcastPages(Tools tools) {
    this.tools = tools;
  }

  /// Adds those with a name of their own before those with a number.
  public void addTo(Desk desk) {
    ComposePage compose = new ComposePage(tools);
    desk.page(Tools.PATH, Role.READER, new ListPage(tools)::show);
    new TemplatesPage(tools, compose).addTo(desk);
    compose.addTo(desk);
    new OnePage(tools).addTo(desk);
    new Report(tools).addTo(desk);
  }
}
