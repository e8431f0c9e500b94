package vn.ansinh.delivery.dispatch.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is written of a delivery after an attempt.
///
/// @param state as in the table; `queued` gives it back to the outbox or only counts an attempt
/// @param reference the channel's own id of what was sent
/// @param due when it may be tried again; null leaves it with this node
public record Settlement(
    long delivery,
    String state,
    @Nullable String reference,
    @Nullable String reason,
    int attempts,
    int unknowns,
    @Nullable Instant due) {}
