/// What citizens wish to be reminded of, kept in the database, and what falls due of it moved into
/// the outbox, once.
@NullMarked
package vn.ansinh.reminder.store;

import org.jspecify.annotations.NullMarked;
