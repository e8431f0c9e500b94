// Live replies on the page: sends forms without loading the page anew, and shows replies as they come.
// Without this file the page works as a plain form.
"use strict";
(() => {
  const log = document.getElementById("log");
  const ask = document.getElementById("ask");
  const text = document.getElementById("text");
  const status = document.getElementById("status");
  const PATIENCE = 15000;
  let source = null;
  let patience = 0;
  let sending = false;

  // Replies that came before their question was known to have arrived: they stand below it.
  const early = [];

  // crypto.randomUUID is missing on plain http, which a ward's own network may use.
  const newKey = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  const say = (words) => {
    clearTimeout(patience);
    status.textContent = words;
  };

  const show = (line) => {
    document.getElementById("welcome")?.remove();
    log.append(line);
    line.scrollIntoView({ block: "start" });
  };

  const showEarly = () => {
    if (early.length > 0) {
      say("");
      early.splice(0).forEach(show);
    }
  };

  const mine = (words) => {
    const line = document.createElement("article");
    line.className = "line mine";
    const who = document.createElement("p");
    who.className = "who";
    who.textContent = "Câu hỏi:";
    const what = document.createElement("p");
    what.textContent = words;
    line.append(who, what);
    return line;
  };

  const listen = () => {
    if (source !== null && source.readyState !== EventSource.CLOSED) {
      return;
    }
    source = new EventSource("/chat/stream?after=" + log.dataset.last);
    source.onmessage = (event) => {
      if (Number(event.lastEventId) <= Number(log.dataset.last)) {
        return;
      }
      log.dataset.last = event.lastEventId;
      const holder = document.createElement("template");
      holder.innerHTML = event.data;
      early.push(holder.content.firstElementChild);
      if (!sending) {
        showEarly();
      }
    };
  };

  const fault = (response) => {
    if (response === null) {
      return "Chưa gửi được, có thể do mạng. Câu hỏi vẫn còn trong ô, xin bấm Gửi lại.";
    }
    if (response.status === 413) {
      return "Câu hỏi dài quá. Xin viết ngắn lại, chừng vài dòng.";
    }
    return response.status === 429
      ? "Gửi hơi nhanh. Xin chờ vài giây rồi bấm Gửi lại."
      : "Hệ thống đang bận. Câu hỏi vẫn còn trong ô, xin bấm Gửi lại sau ít phút.";
  };

  const send = async (form, name, value, label) => {
    if (sending) {
      return;
    }
    sending = true;
    const body = new URLSearchParams({ key: form.elements.key.value });
    body.set(name, value);
    say("Đang gửi…");
    let response = null;
    try {
      response = await fetch("/chat", { method: "POST", body, headers: { "X-Chat-Script": "1" } });
    } catch {
      // Said below: no answer came.
    } finally {
      sending = false;
    }
    if (response === null || !response.ok) {
      showEarly();
      // The key stays: should the first try have arrived after all, it is not answered twice.
      say(fault(response));
      return;
    }
    // Every form of a page that was just loaded, and all of one reply, begin with the same key.
    const used = form.elements.key.value;
    for (const key of document.querySelectorAll("input[name=key]")) {
      if (key.value === used) {
        key.value = newKey();
      }
    }
    if (form === ask) {
      text.value = "";
    }
    say("An Sinh đang trả lời…");
    patience = setTimeout(() => say("Câu trả lời đến chậm. Xin tải lại trang để xem."), PATIENCE);
    show(mine(label));
    showEarly();
    listen();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    event.preventDefault();
    if (button?.name) {
      send(form, button.name, button.value, button.ariaLabel ?? button.textContent);
    } else if (text.value.trim() !== "") {
      send(form, "text", text.value, text.value.trim());
    }
  });

  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      ask.requestSubmit();
    }
  });

  if (log.children.length > 0) {
    listen();
    document.getElementById("newest")?.scrollIntoView();
  }
})();
