package vn.ansinh.vault;

/// The columns whose values are sealed. Beside each the database derives which key sealed it, in a
/// column `…_key` that refers to the table `data_key`: a key that is in use cannot go, and none
/// that the database does not know seals anything.
public enum Column {
  /// What a citizen wants to be reminded of: nickname, date of birth, doses, whose card ends when.
  REMINDER_WISH("reminder", "wish", "id", "bigint", "citizen_id::text"),
  /// The memory of a dialogue, forms that are half filled in among it.
  CONVERSATION_STATE("conversation", "state", "citizen_id", "bigint", "citizen_id::text"),
  /// Files for citizens whose channel takes none.
  HANDOUT_CONTENT("handout", "content", "secret_hash", "bytea", "citizen_id::text"),
  /// What an officer's telephone makes codes from.
  OFFICER_TOTP("officer", "totp_secret", "id", "bigint", "id::text"),
  /// The same while it is being set up; it belongs to the session.
  SESSION_TOTP(
      "officer_session", "new_totp_secret", "token_hash", "bytea", "encode(token_hash, 'hex')"),
  /// What a citizen said of themselves, each a mark of [Vault#mark].
  PROFILE_MARKS("profile", "marks", "citizen_id", "bigint", "citizen_id::text");

  final String table;
  final String column;

  /// The primary key, and its type.
  final String id;

  final String idType;

  /// Whose it is, as SQL finds it.
  final String owner;

  Column(String table, String column, String id, String idType, String owner) {
    this.table = table;
    this.column = column;
    this.id = id;
    this.idType = idType;
    this.owner = owner;
  }

  /// Its name as people read it: `reminder.wish`.
  public String place() {
    return table + "." + column;
  }
}
