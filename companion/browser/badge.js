// Shown in a corner of every page of a recorded profile. It runs in an isolated world of the
// DevTools protocol: the page's bytes stay as they are, and no page policy can hide it.
(() => {
  if (window !== window.top) return;
  const show = () => {
    const host = document.createElement("companion-recorded");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ":host{all:initial;position:fixed;right:12px;bottom:12px;z-index:2147483647;pointer-events:none}" +
      "div{font:600 12px/1 system-ui,sans-serif;color:#fff;background:#a82f2a;border-radius:999px;" +
      "padding:7px 12px;opacity:.92;box-shadow:0 1px 4px #0006}"
    );
    root.adoptedStyleSheets = [sheet];
    const label = document.createElement("div");
    label.textContent = "● recorded by Companion";
    root.append(label);
    document.documentElement.append(host);
  };
  if (document.documentElement) show();
  else document.addEventListener("DOMContentLoaded", show, { once: true });
})();
