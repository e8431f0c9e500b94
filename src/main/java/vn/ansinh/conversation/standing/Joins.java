package vn.ansinh.conversation.standing;

import java.util.function.Function;

/// How a chat is joined to another one of the same citizen, by the code that the other shows.
///
/// @param here the channel as people read it
/// @param look says what a code comes to; a wrong one is counted
/// @param join joins the two chats if it is good; a wrong one is counted
public record Joins(String here, Function<String, Tried> look, Function<String, Tried> join) {}
