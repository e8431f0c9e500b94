package vn.ansinh.conversation.standing;

import vn.ansinh.citizen.Profile;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.Promise;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;

/// What is to be done beside the reply, in the same transaction and in this order.
public sealed interface Act {
  record Keep(Wish wish) implements Act {}

  record Change(ReminderId reminder, Wish wish) implements Act {}

  record End(ReminderId reminder) implements Act {}

  /// The citizen agreed to what the consent screen of this version says.
  ///
  /// @param guardian whether this is the word of a child's parent or guardian
  record Consent(String version, boolean guardian) implements Act {}

  /// The citizen agreed to what the consent screen of a profile says in this version.
  record ProfileConsent(String version) implements Act {}

  /// In the place of the profile held; an empty one is none.
  record KeepProfile(Profile profile) implements Act {}

  /// The chat is found by this code for some minutes.
  record ShowCode(String code) implements Act {}

  /// The citizen agreed to what is said in this version before two chats are joined.
  record JoinConsent(String version) implements Act {}

  /// The chat can be joined to another by this code for some minutes.
  record ShowJoinCode(String code) implements Act {}

  /// Messages that were not asked for go there.
  record ChooseChat(Held.Where where) implements Act {}

  /// Said in the citizen's other chat.
  record TellOther(Message message) implements Act {}

  /// The two chats are two citizens' again.
  record Part() implements Act {}

  /// What the citizen thinks of an answer; several of one transaction are written together.
  record Rate(Rating rating) implements Act {}

  /// A question is handed to the officers.
  ///
  /// @param delivery of the exchange that goes with it; 0 for none
  /// @param words what the citizen wrote to them; empty for nothing
  record Ask(long delivery, String words, Promise promise) implements Act {}

  /// The citizen's question to the officers needs no answer any more.
  record EndCase() implements Act {}

  /// Everything held of the citizen is erased; only the reply is written after it.
  record Erase() implements Act {}

  /// No reminder is sent any more.
  record Stop() implements Act {}

  record Resume() implements Act {}

  /// The citizen's calendar can be subscribed to under this secret, and under no earlier one.
  record OpenFeed(String secret) implements Act {}

  record CloseFeed() implements Act {}

  /// Everything held goes along with the reply as a JSON file, where the channel takes files.
  record Export() implements Act {}
}
