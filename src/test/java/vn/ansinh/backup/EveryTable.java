package vn.ansinh.backup;

import io.vertx.sqlclient.Pool;

/// Rows for every table, with whatever makes copying hard: quotes, line breaks, bytes, arrays,
/// nulls, microseconds, numbers that a sequence gave away.
final class EveryTable {
  private EveryTable() {}

  private static final String ROWS =
      """
      insert into citizen (channel, address, created_at, unreachable_at, chat_code, chat_code_until)
      values ('telegram', '4711', '2026-11-23T05:00:00.123456Z', null, 'A1', '2026-11-23T05:10Z'),
        ('telegram', '-100200', '2026-11-23T05:00:01Z', null, null, null),
        ('zalo', 'a"b\\c', 'infinity', '2026-11-24T05:00:00.000001Z', null, null),
        ('web', 'gone', now(), null, null, null);
      delete from citizen where address = 'gone';
      insert into data_key values (7, '\\x01', now());
      insert into conversation values (1, unsealed('{"a": [1, null, {"b": "x\\ny"}], "số": 1.50}'), now());
      insert into inbound values ('telegram', 'k''1', 1, null, E'Tiền già\\n"bao nhiêu"\\t\\\\?', now());
      insert into delivery (citizen_id, origin, message, state, due_at, leased_by, created_at, request)
      values (1, 0, '{"text": "Chào 👵 </p>\\\\"}', 'queued', now(), gen_random_uuid(), now(), 'r1'),
        (1, 1, '{}', 'sent', now(), null, now(), null);
      insert into delivery (citizen_id, origin, message, state, due_at, created_at, broadcast_id)
      values (1, 2, '[]', 'refused', now(), now(), 1);
      insert into unanswered_question (question, asked_on) values (E'a\\r\\nb\\u2028c', '2026-11-23');
      insert into consent (citizen_id, version, guardian, given_at, purpose)
      values (1, '1', true, now(), 'joining');
      insert into reminder (citizen_id, kind, wish, next_at, created_at)
      values (1, 'insurance', unsealed('{"kind": "insurance", "name": "mẹ"}'), now(), now()),
        (1, 'insurance', '\\x0100000007aabb', null, now());
      insert into reminder_message values (1, '2026-12-31', 'P7D', now(), 'missed', 'past', null, now());
      insert into rating values (1, 'e', 'who', false, 'unclear', now());
      insert into unhelped_question (question, entitlement, facet, why, asked_on)
      values ('?', 'e', 'who', null, '2026-11-23');
      insert into calendar_feed values (1, '\\x00ff10', now());
      insert into followed_calendars (mark, days, followed_at) values ('m', '{"p": {}}', now());
      insert into officer (login, name, role, password, totp_secret, totp_step, created_at)
      values ('lan', 'Nguyễn Lan', 'approver', '$argon2id$v=19$x', '\\x00deadbeef', 9007199254740993, now()),
        ('binh', 'Bình', 'writer', null, null, null, now());
      insert into officer_link values ('\\x01', 2, now()), ('\\x02', null, now());
      insert into officer_session values ('\\x03', 1, 'full', null, now(), now(), now());
      insert into officer_device values ('\\x04', 1, now());
      insert into sign_in_failure values ('\\x05', 3, now());
      insert into audit values
        (1, now(), 'officer', 1, 'a', 'o', '{"b" : 1,"a":2}', '\\xaa'),
        (2, now(), 'service', null, 'b', '', '{}', '\\xbb');
      insert into broadcast (title, body, fills, audience, state, version, created_at)
      values ('T', '<b>x</b>', '{}', '{"everyone": true}', 'draft', 1, now());
      insert into broadcast_author values (1, 1);
      insert into broadcast_template (title, body, audience, saved_at) values ('T', 'x', '{}', now());
      insert into daily_figure values ('2026-11-23', 'answered', '', 9223372036854775807);
      insert into settled_question values ('unhelped', 1, 1, now());
      insert into judged_question (question, entitlement, facet, officer_id, judged_at)
      values ('?', '', '', 1, now());
      insert into erased_key values ('\\x06', '2026-11-23');
      insert into inbox_case (citizen_id, state, version, opened_at, touched_at)
      values (1, 'closed', 1, now(), now());
      insert into inbox_message (case_id, body, said_at) values (1, 'Hỏi', now());
      insert into answer_draft (questions, entitlement, facet, body, officer_id, written_at)
      values (E'a\\nb', '', '', 'c', 1, now());
      insert into published_dates values ('calendar/payments.yaml', 1, 'a: 1', '{2}', 1, now());
      insert into proposed_dates (file, body, authors, edited_at) values ('f', 'b', '{}', now());
      insert into handout values ('\\x07', 1, 'lich.ics', 'text/calendar', unsealed(E'BEGIN\\r\\n'), now());
      insert into joined_chat values (1, 3, null, now()), (3, 1, null, now());
      insert into joining (citizen_id) values (1);
      insert into job_run values ('retention', now());
      insert into profile (citizen_id, marks, updated_at)
      values (1, array[unsealed('group a,b'), unsealed('topic c"d')], now());
      insert into lease values ('telegram', gen_random_uuid());
      insert into node values (gen_random_uuid(), now() + interval '1 hour');
      """;

  static void fill(Pool pool) {
    pool.query(ROWS).execute().await();
  }
}
