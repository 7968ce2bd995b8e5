// What axe-core does not see. Returns sentences; none is good.
(inkOfLao) => {
  const found = [];
  const short = text => text.trim().replace(/\s+/g, " ").slice(0, 60);
  const scripts = {lo: /\p{Script=Lao}/u, zh: /\p{Script=Han}/u};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, holder = text.parentElement;
    if (holder.closest("script, style, option, textarea, pre")) continue;
    const language = holder.closest("[lang]").lang.split("-")[0];
    for (const [script, pattern] of Object.entries(scripts)) {
      if (pattern.test(text.data) && language !== script) found.push(`text in ${script} marked as ${language}: ${short(text.data)}`);
    }
    if (!scripts.lo.test(text.data) || !holder.checkVisibility() || holder.closest(".vh, [aria-hidden]")) continue;
    const style = getComputedStyle(holder);
    const lines = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    if (lines < inkOfLao) found.push(`line height ${lines.toFixed(2)} clips Lao marks: ${holder.localName}.${holder.className} ${short(text.data)}`);
  }
  if (!document.title.trim()) found.push("no title");
  if (document.querySelectorAll("h1").length !== 1) found.push(`${document.querySelectorAll("h1").length} h1`);
  return found;
}
