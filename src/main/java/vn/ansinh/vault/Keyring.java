package vn.ansinh.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys, each a pair under one number: AES-256-GCM for what is only read back, AES-SIV for what
/// the database compares. One of them seals; all of them open.
final class Keyring {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String AEAD = "aead";
  private static final String DETERMINISTIC = "deterministic";

  static {
    try {
      AeadConfig.register();
      DeterministicAeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private final KeysetHandle aeadKeys;
  private final KeysetHandle deterministicKeys;
  private final Map<Long, Key> keys = new LinkedHashMap<>();

  record Key(Aead aead, DeterministicAead deterministic) {}

  private Keyring(KeysetHandle aeadKeys, KeysetHandle deterministicKeys)
      throws GeneralSecurityException {
    this.aeadKeys = aeadKeys;
    this.deterministicKeys = deterministicKeys;
    if (aeadKeys.size() != deterministicKeys.size()
        || deterministicKeys.getPrimary().getId() != aeadKeys.getPrimary().getId()) {
      throw new GeneralSecurityException("the two kinds of keys do not belong together");
    }
    for (int i = 0; i < aeadKeys.size(); i++) {
      int id = aeadKeys.getAt(i).getId();
      if (deterministicKeys.getAt(i).getId() != id) {
        throw new GeneralSecurityException("the two kinds of keys do not belong together");
      }
      keys.put(
          (long) id,
          new Key(
              alone(aeadKeys.getAt(i), Aead.class),
              alone(deterministicKeys.getAt(i), DeterministicAead.class)));
    }
  }

  private static <P> P alone(KeysetHandle.Entry entry, Class<P> primitive)
      throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()).makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), primitive);
  }

  /// With one new key.
  static Keyring fresh() {
    int id = newId();
    return of(
        grown(KeysetHandle.newBuilder(), PredefinedAeadParameters.AES256_GCM, id),
        grown(KeysetHandle.newBuilder(), PredefinedDeterministicAeadParameters.AES256_SIV, id));
  }

  /// With one more, which seals from now on.
  Keyring rotated() {
    int id = newId();
    return of(
        grown(KeysetHandle.newBuilder(aeadKeys), PredefinedAeadParameters.AES256_GCM, id),
        grown(
            KeysetHandle.newBuilder(deterministicKeys),
            PredefinedDeterministicAeadParameters.AES256_SIV,
            id));
  }

  /// Without one that does not seal.
  Keyring without(long id) {
    int at = List.copyOf(keys.keySet()).indexOf(id);
    return of(
        KeysetHandle.newBuilder(aeadKeys).deleteAt(at),
        KeysetHandle.newBuilder(deterministicKeys).deleteAt(at));
  }

  private static KeysetHandle.Builder grown(
      KeysetHandle.Builder builder, Parameters parameters, int id) {
    return builder.addEntry(
        KeysetHandle.generateEntryFromParameters(parameters).withFixedId(id).makePrimary());
  }

  private static Keyring of(KeysetHandle.Builder aead, KeysetHandle.Builder deterministic) {
    try {
      return new Keyring(aead.build(), deterministic.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int newId() {
    return RANDOM.nextInt(1, Integer.MAX_VALUE);
  }

  /// @throws GeneralSecurityException when it is no keyring
  static Keyring parse(String text) throws GeneralSecurityException {
    try {
      JsonObject both = new JsonObject(text);
      return new Keyring(keys(both, AEAD), keys(both, DETERMINISTIC));
    } catch (DecodeException | ClassCastException e) {
      throw new GeneralSecurityException("not a file of keys", e);
    }
  }

  private static KeysetHandle keys(JsonObject both, String kind) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        both.getJsonObject(kind, new JsonObject()).encode(), InsecureSecretKeyAccess.get());
  }

  /// The keys themselves: for the key file alone.
  String secretText() {
    try {
      return new JsonObject()
          .put(AEAD, json(aeadKeys))
          .put(DETERMINISTIC, json(deterministicKeys))
          .encodePrettily();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject json(KeysetHandle keys) throws GeneralSecurityException {
    return new JsonObject(
        TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
  }

  /// By their numbers, in the order in which they were made.
  Map<Long, Key> all() {
    return keys;
  }

  /// The number of the one that seals.
  long primary() {
    return aeadKeys.getPrimary().getId();
  }

  /// @throws GeneralSecurityException when it is not here
  Key key(long id) throws GeneralSecurityException {
    Key key = keys.get(id);
    if (key == null) {
      throw new GeneralSecurityException("no key " + id);
    }
    return key;
  }

  /// The one that seals.
  Key sealing() throws GeneralSecurityException {
    return key(primary());
  }
}
