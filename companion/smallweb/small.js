// What the pages of the small web do in a browser. Everything is declared in attributes:
//   [data-get=URL]                    fetches a JSON document and shows the lists in it
//   script[data-post=URL][data-into]  posts its own text and shows the ads that come back
//   input[data-watch=URL]             posts a SHA-256 of an e-mail address as soon as one is typed
// What is posted goes with cookies or without: data-cookies says "include" or "omit".
"use strict";

const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const entry = (item) => {
  const line = make("li"), link = make("a"), words = make("div");
  link.href = item.url;
  if (item.image) {
    const image = make("img");
    if (!item.image.startsWith("/")) image.crossOrigin = "anonymous"; // without cookies
    image.src = item.image;
    image.alt = "";
    line.append(image);
  }
  link.append(make("span", item.title, "title"));
  words.append(link);
  if (item.price) words.append(make("div", `€ ${item.price}`, "price"));
  for (const name of ["reason", "advertiser"])
    if (item[name]) words.append(make("div", item[name], name));
  line.append(words);
  return line;
};

const list = (items, className) => {
  const element = make("ul", "", className);
  element.append(...items.map(entry));
  return element;
};

const show = (place, answer) => {
  for (const section of answer.sections || []) {
    place.append(make("h2", section.heading));
    place.append(list(section.items, place.dataset.look || "cards"));
    if (section.note) {
      const note = make("p", section.note + " ", "note"), control = make("a", "Turn this off");
      control.href = "/settings";
      note.append(control);
      place.append(note);
    }
  }
};

for (const place of document.querySelectorAll("[data-get]"))
  fetch(place.dataset.get, { credentials: "include" }).then((r) => r.json()).then((j) => show(place, j));

for (const script of document.querySelectorAll("script[data-post]"))
  fetch(script.dataset.post,
    { method: "POST", credentials: script.dataset.cookies, body: script.textContent })
    .then((r) => r.json())
    .then((answer) => document.getElementById(script.dataset.into)
      .append(list(answer.seatbid.flatMap((seat) => seat.bid), "")));

for (const field of document.querySelectorAll("input[data-watch]")) {
  let sent = "";
  field.addEventListener("input", async () => {
    const typed = field.value.trim().toLowerCase();
    if (!/^\S+@\S+\.[a-z]{3,}$/.test(typed) || typed === sent) return;
    sent = typed;
    const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(typed));
    const hex = [...new Uint8Array(sum)].map((b) => b.toString(16).padStart(2, "0")).join("");
    fetch(field.dataset.watch, { method: "POST", credentials: field.dataset.cookies, keepalive: true,
      body: new URLSearchParams({ em: hex }) });
  });
}
