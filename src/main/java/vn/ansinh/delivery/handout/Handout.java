package vn.ansinh.delivery.handout;

import vn.ansinh.citizen.CitizenId;

/// A file that is fetched by a link.
///
/// @param secret in its link
/// @param name ASCII, with its ending
/// @param type without a charset; the text travels as UTF-8
public record Handout(CitizenId citizen, String secret, String name, String type, String content) {
  public static final String PATH = "/tep/";

  /// Where it is found, under the address of the service.
  public String path() {
    return PATH + secret + "/" + name;
  }
}
