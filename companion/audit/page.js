// What an audit's visitor asks of a page. An object whose methods are called one at a time.
({
  // Presses the first button whose whole text, without case and signs, is one of the words.
  press(words) {
    const bare = (text) =>
      (text || "").toLowerCase().replace(/[^\p{L}\p{N}' ]+/gu, " ").replace(/\s+/g, " ").trim();
    const kinds = "button,a,input[type=submit],input[type=button],[role=button]";
    const shown = [...document.querySelectorAll(kinds)].filter((e) => e.getClientRects().length);
    const says = (e) => bare(e.innerText || e.value || e.getAttribute("aria-label"));
    for (const word of words) {
      const found = shown.find((e) => says(e) === word);
      if (found) { found.click(); return word; }
    }
    return "";
  },

  // Where the browser arrived, the status of that answer (0: none), and the text that is shown; what
  // banners and dialogs say stands apart behind a form feed: it is beside no list.
  seen(most) {
    const loaded = performance.getEntriesByType("navigation")[0];
    const over =
      "dialog,[role=dialog],[role=alertdialog],[id*=cookie i],[class*=cookie i],[id*=consent i],[class*=consent i]";
    const said = [...document.querySelectorAll(over)].map((e) => e.innerText || "").filter(Boolean);
    let text = document.body ? document.body.innerText : "";
    for (const words of said) text = text.replace(words, "");
    text = text.slice(0, most) + (said.length ? "\f" + said.join("\n").slice(0, most) : "");
    return { url: location.href, status: loaded ? loaded.responseStatus : 0, text };
  },

  // What this browser tells every page about itself.
  tells() {
    return {
      user_agent: navigator.userAgent,
      languages: [...navigator.languages],
      platform: navigator.platform,
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      screen: [screen.width, screen.height],
      window: [innerWidth, innerHeight],
      pixel_ratio: devicePixelRatio,
      processors: navigator.hardwareConcurrency,
      webdriver: navigator.webdriver,
      global_privacy_control: navigator.globalPrivacyControl ?? null,
      do_not_track: navigator.doNotTrack,
      cookies: navigator.cookieEnabled,
    };
  },
})
