package vn.ansinh.console.broadcasts;

import vn.ansinh.broadcast.Act;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.State;
import vn.ansinh.officer.Officer;

/// What an officer can do with a broadcast, so that a page offers nothing that would be refused.
///
/// @param isOwn whether they had a hand in what it says
public record May(Officer officer, State state, boolean isOwn) {
  static May of(Tools tools, Officer officer, Broadcast broadcast) {
    return new May(
        officer, broadcast.state(), tools.reports().isAuthor(broadcast.id(), officer.id()));
  }

  public boolean does(Act act) {
    return officer.role().allows(act.role())
        && state.after(act).isPresent()
        && !(act == Act.APPROVE && isOwn);
  }
}
