package vn.ansinh.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientMultipartForm;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Endpoint;

/// Calls methods of the Bot API.
public final class TelegramApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Endpoint endpoint;

  public TelegramApi(Vertx vertx, TelegramSettings settings, MeterRegistry meters) {
    this(vertx, settings, Endpoint.SILENCE, meters);
  }

  /// @param silence how long a connection may stay silent before the answer counts as lost
  TelegramApi(Vertx vertx, TelegramSettings settings, Duration silence, MeterRegistry meters) {
    this.endpoint =
        new Endpoint(vertx, "telegram", settings.apiUrl(), settings.token(), silence, meters);
  }

  <T extends Serializable> Future<Answer<T>> call(PartialBotApiMethod<T> method) {
    return call(method, Duration.ZERO);
  }

  /// @param patience how long Telegram itself was asked to wait before it answers
  <T extends Serializable> Future<Answer<T>> call(
      PartialBotApiMethod<T> method, Duration patience) {
    return endpoint.post(
        name(method),
        write(parameters(method)),
        patience,
        (status, body) -> read(method, status, body));
  }

  /// Sends a file whose content travels with the call.
  Future<Answer<Message>> upload(SendDocument method, vn.ansinh.delivery.Message.File file) {
    ClientMultipartForm form =
        ClientMultipartForm.multipartForm()
            .charset(StandardCharsets.UTF_8)
            .attribute("chat_id", method.getChatId());
    if (method.getReplyParameters() != null) {
      form.attribute("reply_parameters", write(method.getReplyParameters()));
    }
    form.binaryFileUpload("document", file.name(), file.type(), Buffer.buffer(file.content()));
    return endpoint.call(
        name(method),
        Duration.ZERO,
        request -> request.send(form),
        (status, body) -> read(method, status, body));
  }

  /// The name as the Bot API documents it, `sendMessage`; the library's own is all lower case,
  /// which Telegram bears and other servers need not.
  static String name(PartialBotApiMethod<?> method) {
    String type = method.getClass().getSimpleName();
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  /// Ends every call under way.
  public Future<Void> close() {
    return endpoint.close();
  }

  private static ObjectNode parameters(PartialBotApiMethod<?> method) {
    ObjectNode parameters = JSON.valueToTree(method);
    // The library writes the method's name into the body too, where it is no parameter.
    parameters.remove("method");
    return parameters;
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(value.getClass().getSimpleName(), unwritable);
    }
  }

  private <T extends Serializable> Answer<T> read(
      PartialBotApiMethod<T> method, int status, String body) {
    try {
      return new Answer.Done<>(method.deserializeResponse(body));
    } catch (TelegramApiRequestException said) {
      Integer code = said.getErrorCode();
      return code == null || code == 0
          ? Answer.unreadable(status)
          : new Answer.Rejected<>(
              code,
              endpoint.scrub(String.valueOf(said.getApiResponse())),
              wait(said.getParameters()));
    } catch (RuntimeException garbage) {
      return Answer.unreadable(status);
    }
  }

  private static @Nullable Duration wait(@Nullable ResponseParameters parameters) {
    return parameters == null || parameters.getRetryAfter() == null
        ? null
        : Duration.ofSeconds(parameters.getRetryAfter());
  }
}
