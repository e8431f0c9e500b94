package vn.ansinh.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.json.RichTextJson;

/// The form in which a message waits in the outbox: `{"text":[…],"choices":[["label","data"],…],
/// "reactions":[["UP","name","data"],…],"file":{"name","type","content"}}`; most have no file, and
/// what an earlier version wrote has no reactions.
public final class MessageJson {
  private MessageJson() {}

  public static JsonObject encode(Message message) {
    JsonArray choices = new JsonArray();
    message
        .choices()
        .forEach(choice -> choices.add(new JsonArray().add(choice.label()).add(choice.data())));
    JsonArray reactions = new JsonArray();
    message
        .reactions()
        .forEach(
            each ->
                reactions.add(
                    new JsonArray().add(each.sign().name()).add(each.name()).add(each.data())));
    JsonObject json =
        new JsonObject()
            .put("text", RichTextJson.encode(message.text()))
            .put("choices", choices)
            .put("reactions", reactions);
    Message.File file = message.file();
    return file == null
        ? json
        : json.put(
            "file",
            new JsonObject()
                .put("name", file.name())
                .put("type", file.type())
                .put("content", file.content()));
  }

  public static Message decode(JsonObject json) {
    return new Message(
        RichTextJson.decode(json.getJsonArray("text")),
        json.getJsonArray("choices").stream()
            .map(JsonArray.class::cast)
            .map(choice -> new Choice(choice.getString(0), choice.getString(1)))
            .toList(),
        json.getJsonArray("reactions", new JsonArray()).stream()
            .map(JsonArray.class::cast)
            .map(
                each ->
                    new Reaction(
                        Reaction.Sign.valueOf(each.getString(0)),
                        each.getString(1),
                        each.getString(2)))
            .toList(),
        file(json.getJsonObject("file")));
  }

  private static Message.@Nullable File file(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Message.File(
            json.getString("name"), json.getString("type"), json.getString("content", ""));
  }
}
