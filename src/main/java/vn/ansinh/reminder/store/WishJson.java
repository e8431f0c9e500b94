package vn.ansinh.reminder.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// The form in which a wish is kept: sealed, an object with its `kind`, days as `2026-12-31`, doses
/// as
/// `["dpt-hepb-hib",2,"2026-08-01"]`, and `["opv",1,"2026-09-01","day-unknown"]` where that day is
/// only assumed.
public final class WishJson {
  private static final String DAY_UNKNOWN = "day-unknown";

  private final Vault vault;

  public WishJson(Vault vault) {
    this.vault = vault;
  }

  /// @param chat in which it was made
  public Buffer seal(CitizenId chat, Wish wish) {
    return vault.seal(Column.REMINDER_WISH, chat.value(), encode(wish));
  }

  /// @param chat in which it was made
  public Wish open(CitizenId chat, Buffer sealed) {
    return decode(vault.json(Column.REMINDER_WISH, chat.value(), sealed));
  }

  /// What stands beside it, open, to be asked for; null but for payments.
  static @Nullable String benefit(Wish wish) {
    return wish instanceof Wish.Payment(String benefit) ? benefit : null;
  }

  private static JsonObject encode(Wish wish) {
    JsonObject json = new JsonObject().put("kind", wish.kind().key());
    return switch (wish) {
      case Wish.Insurance(var name, var expires, var people) ->
          json.put("name", name).put("expires", expires.toString()).put("people", people);
      case Wish.Vaccination(var nickname, var child, var notBefore) -> {
        JsonArray given = new JsonArray();
        child.given().forEach(each -> given.add(encode(each)));
        yield json.put("nickname", nickname)
            .put("born", child.born().toString())
            .put("given", given)
            .put("notBefore", notBefore == null ? null : notBefore.toString());
      }
      case Wish.Payment(var benefit) -> json.put("benefit", benefit);
    };
  }

  private static Wish decode(JsonObject json) {
    Wish.Kind kind = Wish.Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT));
    return switch (kind) {
      case INSURANCE ->
          new Wish.Insurance(
              json.getString("name"), day(json, "expires"), json.getInteger("people"));
      case VACCINATION ->
          new Wish.Vaccination(json.getString("nickname"), child(json), later(json));
      case PAYMENT -> new Wish.Payment(json.getString("benefit"));
    };
  }

  private static JsonArray encode(Child.Given given) {
    JsonArray json =
        new JsonArray()
            .add(given.dose().vaccine())
            .add(given.dose().number())
            .add(given.day().toString());
    return given.dayKnown() ? json : json.add(DAY_UNKNOWN);
  }

  private static Child child(JsonObject json) {
    return new Child(
        day(json, "born"),
        json.getJsonArray("given").stream()
            .map(JsonArray.class::cast)
            .map(
                given ->
                    new Child.Given(
                        new Dose(given.getString(0), given.getInteger(1)),
                        LocalDate.parse(given.getString(2)),
                        given.size() == 3))
            .toList());
  }

  private static @Nullable LocalDate later(JsonObject json) {
    return json.getString("notBefore") == null ? null : day(json, "notBefore");
  }

  private static LocalDate day(JsonObject json, String key) {
    return LocalDate.parse(json.getString(key));
  }
}
