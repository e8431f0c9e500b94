package vn.ansinh.http.call;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import vn.ansinh.text.RichText;

/// Texts in the HTML that messengers read: bold words, links and lines.
public final class MessageHtml {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  public String of(RichText text) {
    StringOutput out = new StringOutput();
    templates.render("messenger/message.jte", text, out);
    return out.toString();
  }
}
