package vn.ansinh.telegram;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/// A call whose parameters came as `multipart/form-data`, the only way for a file to come along.
final class FakeForm {
  private FakeForm() {}

  static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith("multipart/form-data");
  }

  /// An uploaded file becomes an object `{"file_name","mime_type","content"}`, a parameter that is
  /// written as JSON what it says, every other one a string.
  static Future<JsonObject> read(HttpServerRequest request) {
    JsonObject call = new JsonObject();
    request.setExpectMultipart(true);
    request.uploadHandler(
        upload -> {
          Buffer content = Buffer.buffer();
          upload.handler(content::appendBuffer);
          upload.endHandler(
              _ ->
                  call.put(
                      upload.name(),
                      new JsonObject()
                          .put("file_name", upload.filename())
                          .put("mime_type", upload.contentType())
                          .put("content", content.toString(StandardCharsets.UTF_8))));
        });
    return request
        .end()
        .map(
            _ -> {
              request
                  .formAttributes()
                  .forEach(
                      (name, value) ->
                          call.put(name, value.startsWith("{") ? new JsonObject(value) : value));
              return call;
            });
  }
}
