package vn.ansinh.app.doctor;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import vn.ansinh.app.config.Role;
import vn.ansinh.app.doctor.Line.Part;

/// Whether somebody has each role that the database knows of.
final class NodesCheck {
  private NodesCheck() {}

  /// @param pool of a database that is migrated
  static Line of(Pool pool) {
    Row row =
        pool.query(
                """
                select (select count(*) from node where alive_until > now())::integer as senders,
                  (select count(*) from qrtz_scheduler_state
                    where last_checkin_time > extract(epoch from now()) * 1000 - 30000)::integer
                    as schedulers""")
            .execute()
            .await()
            .iterator()
            .next();
    int senders = row.getInteger("senders");
    int schedulers = row.getInteger("schedulers");
    if (senders == 0 && schedulers == 0) {
      return Line.ok(Part.NODES, "Không có máy nào đang chạy.");
    }
    String said =
        "%d máy gửi tin, %d máy làm việc định kỳ đang chạy.".formatted(senders, schedulers);
    if (senders > 0 && schedulers > 0) {
      return Line.ok(Part.NODES, said);
    }
    Role missing = senders == 0 ? Role.DELIVERY : Role.JOBS;
    return Line.fault(
        Part.NODES,
        said,
        "Khởi động máy có vai trò %s, hoặc thêm vai trò ấy vào roles của một máy."
            .formatted(missing.key()));
  }
}
