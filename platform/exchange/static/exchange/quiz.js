// Adds to a quiz page that works without it: saves a moment after each change, and says so.
"use strict";
(() => {
  const form = document.querySelector("[data-quiz]");
  const state = document.querySelector("[data-quiz-state]");
  if (!form || !state || !window.fetch) return;
  let timer = 0, busy = false, again = false;
  const later = ms => { clearTimeout(timer); timer = setTimeout(save, ms); };
  const say = (text, bad) => { state.textContent = text; state.classList.toggle("field-error", !!bad); };
  const save = async () => {
    if (busy) { again = true; return; }
    busy = true; again = false;
    // FormData is taken before the request: what changes meanwhile is the next save.
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "save");
    try {
      const reply = await fetch(form.action, {method: "POST", body, headers: {Accept: "application/json"}});
      const said = await reply.json();
      if (said.key) form.elements.key.value = said.key;
      for (const [name, mark] of Object.entries(said.was || {})) {
        const field = form.elements["was-" + name];
        if (field) field.value = mark;
      }
      say(said.message, !reply.ok);
    } catch {
      say(form.dataset.offline, true);
      later(10000);   // the same key and answers again: stored once
    }
    busy = false;
    if (again) later(0);
  };
  form.addEventListener("change", () => later(600));
  form.addEventListener("submit", () => clearTimeout(timer));
})();
