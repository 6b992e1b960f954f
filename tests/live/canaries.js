// Hands what a person would not want kept to every carrier that a page has.
const url = encodeURIComponent;
const post = (path, body, headers) => fetch(path, { method: "POST", body, headers });
const json = { "content-type": "application/json" };

async function carry(word) {
  document.cookie = "m=" + url(word);
  await fetch("/query?x=" + url(word));
  await fetch("/path/" + url(word) + "/end");
  await fetch("/header", { headers: { "x-user": word } });
  await post("/form", new URLSearchParams({ mail: word }));
  await post("/json", JSON.stringify({ u: { mail: word } }), json);
  const parts = new FormData();
  parts.append("mail", word);
  parts.append("file", new Blob([word], { type: "text/plain" }), word + ".txt");
  await post("/parts", parts);
  await post("/text", "it is " + word + " there");
  await fetch("/put", { method: "PUT", body: JSON.stringify([word]) });
  navigator.sendBeacon("/beacon?b=" + url(word), JSON.stringify({ m: word }));
  history.pushState(null, "", "/page?mail=" + url(word));
  await fetch("/referred");
}

function stream(words) {
  return new Promise((done) => {
    const events = new EventSource("/events?m=" + url(words[0]));
    let left = words.length;
    events.onmessage = () => {
      if (--left === 0) {
        events.close();
        done();
      }
    };
  });
}

function talk(words) {
  return new Promise((done) => {
    const socket = new WebSocket("ws://" + location.host + "/socket");
    let left = words.length;
    socket.onopen = () => words.forEach((word) => socket.send(JSON.stringify({ mail: word })));
    socket.onmessage = () => {
      if (--left === 0) {
        socket.close();
        done();
      }
    };
  });
}

async function run() {
  const words = (await (await fetch("/words")).json()).user.mail;
  for (const word of words) await carry(word);
  const password = ["canary", "Horse", "47"].join("-");
  const token = "canarybearer" + "5t7w9z";
  await post("/login", new URLSearchParams({ user: "lee", password, csrf_token: token }));
  await post("/pay", JSON.stringify({ card: { number: "4" + "111".repeat(5), cvc: "321" } }), json);
  await fetch("/signed", { headers: { authorization: "Bearer " + token } });
  await fetch("/moved?to=" + url(words[0]));
  await fetch("/html");
  await fetch("/state");
  const code = `fetch("${location.origin}/worker", {method: "POST", body: "${words[0]}"})`;
  new Worker(URL.createObjectURL(new Blob([code])));
  await stream(words);
  await talk(words);
  await fetch("/done");
}

run();
