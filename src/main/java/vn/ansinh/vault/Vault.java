package vn.ansinh.vault;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// Seals what is kept and opens what was sealed. A sealed value is bound to its column and to whose
/// it is: moved to somebody else it does not open. It begins with a byte 1 and the four bytes of
/// its key's number, as Tink writes it.
///
/// Safe for use by many threads; a call takes a few microseconds and never waits for the database.
public final class Vault {
  private static final int FIRST_OF_ID = 1;
  private static final int PREFIX = 5;
  private static final byte SEALED = 1;
  private static final byte[] MARK = bound(Column.PROFILE_MARKS, "");

  private final KeyFile file;
  private volatile Keyring keys;

  Vault(KeyFile file, Keyring keys) {
    this.file = file;
    this.keys = keys;
  }

  KeyFile file() {
    return file;
  }

  Keyring keys() {
    return keys;
  }

  /// Takes over what the file holds by now.
  void use(Keyring fresh) {
    keys = fresh;
  }

  /// @param owner the number of the citizen or officer whose it is
  public Buffer seal(Column column, long owner, byte[] plain) {
    return seal(column, String.valueOf(owner), plain);
  }

  public Buffer seal(Column column, String owner, byte[] plain) {
    try {
      return Buffer.buffer(keys.sealing().aead().encrypt(plain, bound(column, owner)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] open(Column column, long owner, Buffer sealed) {
    return open(column, String.valueOf(owner), sealed);
  }

  /// @throws IllegalStateException for what was not sealed for this column and owner, or by a key
  ///     that is gone
  public byte[] open(Column column, String owner, Buffer sealed) {
    try {
      return key(sealed).aead().decrypt(sealed.getBytes(), bound(column, owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(column.place() + " does not open", e);
    }
  }

  public Buffer seal(Column column, long owner, JsonObject json) {
    return seal(column, owner, json.encode().getBytes(StandardCharsets.UTF_8));
  }

  public JsonObject json(Column column, long owner, Buffer sealed) {
    return new JsonObject(Buffer.buffer(open(column, owner, sealed)));
  }

  /// Sealed so that equal texts are equal: whoever reads the database sees who said the same, but
  /// not what, and that a value was moved to another citizen is not noticed.
  public Buffer mark(String text) {
    try {
      return mark(keys.sealing(), text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same by every key, to be looked for.
  public Buffer[] marks(String text) {
    try {
      List<Buffer> marks = new ArrayList<>();
      for (Keyring.Key key : keys.all().values()) {
        marks.add(mark(key, text));
      }
      return marks.toArray(Buffer[]::new);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Buffer mark(Keyring.Key key, String text) throws GeneralSecurityException {
    return Buffer.buffer(
        key.deterministic().encryptDeterministically(text.getBytes(StandardCharsets.UTF_8), MARK));
  }

  public String openMark(Buffer mark) {
    try {
      byte[] text = key(mark).deterministic().decryptDeterministically(mark.getBytes(), MARK);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(Column.PROFILE_MARKS.place() + " does not open", e);
    }
  }

  /// By which it was sealed. After a rotation another node may use a new key before this one has
  /// heard of it.
  private Keyring.Key key(Buffer sealed) throws GeneralSecurityException {
    if (sealed.length() <= PREFIX || sealed.getByte(0) != SEALED) {
      throw new GeneralSecurityException("not sealed");
    }
    long id = sealed.getUnsignedInt(FIRST_OF_ID);
    if (!keys.all().containsKey(id)) {
      keys = file.read();
    }
    return keys.key(id);
  }

  private static byte[] bound(Column column, String owner) {
    return (column.place() + " " + owner).getBytes(StandardCharsets.UTF_8);
  }
}
