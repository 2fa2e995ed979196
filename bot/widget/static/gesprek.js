// The conversation page. Everything lives in this page's memory: no cookie, no storage, one origin.
"use strict";

/** @typedef {{label: string, number: string, href: string}} Phone */
/** @typedef {{label: string, href: string}} PageLink */
/** @typedef {{recipient_id: string, text?: string, buttons?: {title: string, payload: string}[], custom?: any}} Bubble */

const OFFLINE =
  "Ik kan de server niet bereiken. Je bericht staat nog in het veld; probeer het zo nog eens. " +
  "Is er nu gevaar? Bel 112. Denk je aan zelfmoord? Bel 113. Seksueel geweld? Bel 0800-0188.";

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);
const log = byId("gesprek");
const status = byId("status");
const choices = byId("keuzes");
const field = byId("bericht");

let sender = newSender();
let busy = false;

/** A random name for this conversation; it means nothing and is gone with the page. */
function newSender() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

/** @param {string} tag @param {string} [text] @param {string} [className] */
function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Only these ways out of the page exist, whatever the server sends. @param {string} href */
function safe(href) {
  return /^(https:\/\/|tel:|mailto:)/.test(href) ? href : "#";
}

/** @param {string} label @param {string} href @param {string} [className] */
function anchor(label, href, className) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", label, className));
  made.href = safe(href);
  if (href.startsWith("https:")) {
    made.target = "_blank";
    made.rel = "noopener noreferrer";
  }
  return made;
}

/** @param {HTMLElement} card @param {Phone[]} phones */
function addPhones(card, phones) {
  for (const phone of phones ?? []) {
    const line = element("div");
    line.append(anchor(`Bel ${phone.number}`, phone.href, "bel"), ` ${phone.label}`);
    card.append(line);
  }
}

/** @param {HTMLElement} card @param {PageLink[]} links */
function addLinks(card, links) {
  for (const link of links ?? []) {
    const line = element("div");
    line.append(anchor(link.label, link.href));
    card.append(line);
  }
}

/** @param {HTMLElement} card @param {string[]} texts */
function addLines(card, texts) {
  for (const text of texts) if (text) card.append(element("div", text));
}

/** @type {Record<string, (card: HTMLElement, c: any) => void>} */
const cards = {
  adviser(card, c) {
    card.append(element("strong", c.name));
    addLines(card, [...c.reasons, c.availability_text, ...c.hours]);
    addPhones(card, c.phones);
    if (c.mail_href) addLinks(card, [{ label: `Mail ${c.mail}`, href: c.mail_href }]);
    if (c.appointment) addLinks(card, [c.appointment]);
  },
  body(card, c) {
    card.append(element("strong", c.name));
    addLines(card, [c.purpose, c.availability_text, c.cost && `Kosten: ${c.cost}`, c.anonymous && `Anoniem: ${c.anonymous}`]);
    addPhones(card, c.phones);
    addLinks(card, c.links);
    addSource(card, c.source);
  },
  steps(card, c) {
    card.append(element("strong", c.title));
    const list = element("ol");
    for (const step of c.steps) {
      list.append(element("li", `${step.title}: ${step.text}${step.term ? ` (${step.term})` : ""}`));
    }
    card.append(list);
    addLinks(card, c.links);
    addSource(card, c.source);
  },
  clock(card, c) {
    card.append(element("strong", `${c.title}: ${c.term}`));
    addLines(card, [c.text]);
    addSource(card, c.source);
  },
  source(card, c) {
    for (const source of c.sources) addSource(card, source);
  },
  crisis(card, c) {
    card.classList.add("crisis");
    addPhones(card, [...c.phones, ...c.own]);
    addLinks(card, c.links);
  },
};

/** @param {HTMLElement} card @param {any} source */
function addSource(card, source) {
  if (!source) return;
  const line = element("small", "Bron: ");
  line.append(source.href ? anchor(source.title, source.href) : source.title, ` (bekeken ${source.checked})`);
  card.append(line);
}

/** @param {string} who @param {string} text @param {string} className */
function say(who, text, className) {
  const bubble = element("div", undefined, className);
  bubble.append(element("span", `${who}: `, "verborgen"), text);
  log.append(bubble);
}

/** @param {Bubble[]} bubbles */
function show(bubbles) {
  choices.replaceChildren();
  for (const bubble of bubbles) {
    if (bubble.text) say("Steunwijzer", bubble.text, "bericht");
    if (bubble.custom && cards[bubble.custom.type]) {
      const card = element("div", undefined, "kaart");
      cards[bubble.custom.type](card, bubble.custom);
      log.append(card);
    }
    for (const { title, payload } of bubble.buttons ?? []) {
      const button = element("button", title);
      button.addEventListener("click", () => {
        field.focus();
        send(payload, title);
      });
      choices.append(button);
    }
  }
  if (log.lastElementChild) log.lastElementChild.scrollIntoView({ block: "end" });
}

/** @param {string} message @param {string} shown */
async function send(message, shown) {
  if (busy || !message.trim()) return;
  busy = true;
  say("Jij", shown, "bericht jij");
  status.textContent = "Steunwijzer is aan het typen…";
  try {
    const answer = await fetch("/webhooks/rest/webhook", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      body: JSON.stringify({ sender, message }),
    });
    const content = await answer.json();
    status.textContent = "";
    if (!answer.ok) return failed(content.fout ?? OFFLINE, message, shown);
    show(content);
    if (content.some((/** @type {Bubble} */ b) => b.custom?.code === "te_lang")) field.value = message;
  } catch {
    failed(OFFLINE, message, shown);
  } finally {
    busy = false;
  }
}

/** @param {string} sentence @param {string} message @param {string} shown */
function failed(sentence, message, shown) {
  status.textContent = sentence;
  if (message === shown && !field.value) field.value = message;
}

/** Forget everything: here and on the server. */
function wipe() {
  navigator.sendBeacon("/wissen", sender);
  sender = newSender();
  log.replaceChildren();
  choices.replaceChildren();
  status.textContent = "";
  field.value = "";
}

byId("invoer").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  const text = field.value;
  field.value = "";
  send(text, text);
  field.focus();
});
field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId("invoer").requestSubmit();
  }
});
byId("wissen").addEventListener("click", () => {
  wipe();
  status.textContent = "Het gesprek is gewist.";
  field.focus();
});
byId("uitgang").addEventListener("click", (/** @type {Event} */ event) => {
  event.preventDefault();
  const to = byId("uitgang").href;
  wipe();
  document.documentElement.hidden = true;
  location.replace(to);
});
addEventListener("pagehide", wipe);
