/// PostgreSQL: the embedded server, migrations, the pool, transactions.
@NullMarked
package vn.ansinh.db;

import org.jspecify.annotations.NullMarked;
