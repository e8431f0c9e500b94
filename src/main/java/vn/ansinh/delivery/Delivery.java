package vn.ansinh.delivery;

import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;

/// One message to one citizen, already fitted to its channel.
///
/// @param id from the outbox; grows in the order of writing, and a chat is served in that order
/// @param attempts how often it has been tried
/// @param replyTo the channel's own id of the message that is answered
/// @param edits the channel's own id of the message that this one replaces
/// @param request of the message that is answered, for the log; null for what nobody asked for
public record Delivery(
    long id,
    CitizenId citizen,
    Address address,
    Origin origin,
    Message message,
    int attempts,
    @Nullable String replyTo,
    @Nullable String edits,
    @Nullable String request) {}
