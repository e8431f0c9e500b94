package vn.ansinh.app;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;

/// Thirty days of work as a busy ward leaves them in the tables, for the pages that show them.
final class WorkingDaysFixture {
  private WorkingDaysFixture() {}

  /// @param today the last of the days
  static void fill(RunningService service, LocalDate today) {
    run(
        service,
        today,
        """
        insert into citizen (channel, address, created_at)
        select 'telegram', 'fixture-' || n, now() from generate_series(1, 60) n""");
    run(
        service,
        today,
        """
        insert into daily_figure (day, outcome, entitlement, questions)
        select $1::date - n, outcome, entitlement,
          greatest(1, (most * (1 + sin(n * 0.9)) / 2)::integer)
        from generate_series(0, 29) n,
          (values ('answered', 'sp-social-pension', 90), ('answered', 'merit-monthly-allowance', 60),
            ('answered', 'pay-dates', 45), ('asked_back', 'sp-social-pension', 20),
            ('refused', '', 30)) as w (outcome, entitlement, most)""");
    run(
        service,
        today,
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at, settled_at)
        select 1 + n % 60, n % 2, '{}', (array['sent', 'sent', 'sent', 'sent', 'refused', 'sent',
          'sent', 'unknown', 'sent', 'unreachable'])[1 + abs(hashint4(n)) % 10], now(), now(),
          $1::date - (n % 30) + interval '3 hours'
        from generate_series(1, 1500) n where n % 7 < 5 or n % 30 < 12""");
    run(
        service,
        today,
        """
        insert into rating (citizen_id, entitlement, facet, helpful, rated_at)
        select n, 'pay-dates', 'who', n % 4 > 0, $1::date - n % 9 + interval '2 hours'
        from generate_series(1, 50) n""");
    run(
        service,
        today,
        """
        insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
        select n, wish ->> 'kind', wish ->> 'benefit', unsealed(wish::text),
          $1::date + n / 3 + interval '12 hours', now()
        from generate_series(1, 60) n cross join lateral (select case
            when n % 3 = 0 then jsonb_build_object('kind', 'insurance', 'name', 'mẹ',
              'expires', $1::date + 30 + n, 'people', 1)
            when n % 3 = 1 then '{"kind": "payment", "benefit": "pension-account"}'::jsonb
            else jsonb_build_object('kind', 'vaccination', 'nickname', 'bé',
              'born', $1::date - 2 * n, 'given', '[]'::jsonb) end) as w (wish)""");
    service.database.seal();
    questions(service, today);
  }

  private static void questions(RunningService service, LocalDate today) {
    run(
        service,
        today,
        """
        insert into unanswered_question (question, asked_on)
        select question, $1::date - age from (values
          ('xin giấy xác nhận độc thân ở đâu', 9), ('xin giấy xác nhận độc thân', 3),
          ('giay xac nhan doc than xin o dau vay', 1), ('giay xac nhan doc than xin o dau vay', 0),
          ('đăng ký nuôi chó cần giấy gì', 20), ('nuôi chó có phải đăng ký không', 2),
          ('hẻm nhà tôi bị ngập mỗi khi mưa, gọi ai để thông cống cho bà con trong xóm đi lại', 4),
          ('wifi ở nhà văn hóa mật khẩu gì', 12)) as q (question, age)""");
    run(
        service,
        today,
        """
        insert into unanswered_question (question, asked_on)
        select 'mã hồ sơ ' || md5(n::text), $1::date - 25 from generate_series(1, 30) n""");
    run(
        service,
        today,
        """
        insert into unhelped_question (question, entitlement, facet, why, asked_on)
        select question, entitlement, facet, why, $1::date - age from (values
          ('mấy hôm nữa có tiền', 'pay-dates', 'payment', 'unclear', 1),
          ('mấy hôm nữa mới có tiền', 'pay-dates', 'overview', null, 2),
          ('bà tôi 78 tuổi được bao nhiêu', 'sp-social-pension', 'amount', 'wrong', 5))
          as q (question, entitlement, facet, why, age)""");
  }

  private static void run(RunningService service, LocalDate today, String sql) {
    boolean isDated = sql.contains("$1");
    service
        .database
        .pool()
        .preparedQuery(sql)
        .execute(isDated ? Tuple.of(today) : Tuple.tuple())
        .await();
  }
}
