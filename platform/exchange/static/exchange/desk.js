// Adds to the quiz desk, which works without it: keys, the next choice, a preview of pasted text while one types.
"use strict";
(() => {
  const form = document.querySelector("[data-question]");
  const press = (name) => form.querySelector(`[name=act][value=${name}]:not(.w-sr-only)`)?.click();
  const columns = (choice) => [...choice.querySelectorAll(".desk-row:first-of-type input[lang]")];

  const nextChoice = (choice, lang) => {
    let next = choice.nextElementSibling;
    if (!next?.matches("[data-choice]")) {
      const rows = form.elements.rows;
      const number = Number(rows.value) + 1;
      next = choice.cloneNode(true);
      next.querySelectorAll("[name]").forEach((field) => {
        field.name = field.name.replace(/^choice\d+/, `choice${number}`);
        if (field.type === "checkbox") field.checked = false;
        else field.value = "";
      });
      next.querySelector("legend").textContent = choice.querySelector("legend").textContent.replace(/\d+/, number);
      choice.after(next);
      rows.value = number;
    }
    (next.querySelector(`input[lang="${lang}"]`) ?? columns(next)[0]).focus();
  };

  const keys = (event) => {
    const choice = event.target.closest("[data-choice]");
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === "Enter") press("save-next");
    else if (event.key === "Enter" && choice && event.target.matches("input[lang]")) nextChoice(choice, event.target.lang);
    else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown"))
      form.parentElement.querySelector(`[name=act][value=${event.key === "ArrowUp" ? "up" : "down"}]`)?.click();
    else if (control && event.key === "." && choice) choice.querySelector("[type=checkbox]")?.click();
    else if (control && /^[1-9]$/.test(event.key)) {
      const row = event.target.closest(".desk-row");
      row?.querySelectorAll("[lang]:is(input,textarea)")[Number(event.key) - 1]?.focus();
    } else return;
    event.preventDefault();
  };

  if (form) {
    form.addEventListener("keydown", keys);
    form.querySelector("[data-redraw]").addEventListener("change", () => press("redraw"));
    // After the jump to the fragment, which takes the focus away.
    const begin = () => setTimeout(() => form.querySelector("textarea")?.focus());
    if (location.hash === "#open") addEventListener("load", begin);
  }

  const paste = document.querySelector("[data-paste]");
  if (paste) {
    const preview = paste.querySelector("[data-preview]");
    let waiting = 0;
    let last = "";
    const look = async () => {
      const data = new FormData(paste);
      const key = `${data.get("language")} ${data.get("text")}`;
      if (key === last) return;
      last = key;
      data.set("act", "check");
      const answer = await fetch(location.pathname, { method: "POST", body: data });
      if (!answer.ok || key !== last) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      preview.replaceChildren(...page.querySelector("[data-preview]").childNodes);
    };
    paste.addEventListener("input", (event) => {
      if (event.target.type === "checkbox") return;
      clearTimeout(waiting);
      waiting = setTimeout(look, 400);
    });
  }
})();
