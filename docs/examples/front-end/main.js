import { Problem, detail, list, preview } from "./client.js";
import { keepPlace } from "./panel.js";

const main = document.querySelector("main");
const asked = new URLSearchParams(location.search);
// Out of the address before anything else is loaded: out of the history, of bookmarks, of what is shared.
if (asked.has("token")) history.replaceState(null, "", location.pathname);

addEventListener("hashchange", () => show(route));
await show(asked.has("token") ? draft : route);
if (asked.has("token")) keepPlace();

/** Show what `page` makes, or the problem in the words of the API. */
async function show(page) {
  try {
    main.replaceChildren(...(await page()));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    main.replaceChildren(element("p", error.message, { role: "alert" }));
  }
}

async function route() {
  const id = location.hash.slice(1);
  return id ? [urgentAction(await detail(id))] : overview(await list());
}

async function draft() {
  const page = await preview(asked.get("content_type"), asked.get("token"));
  return [element("p", "Preview. The public does not see this.", { role: "status" }), urgentAction(page)];
}

function overview({ total, items }) {
  const rows = items.map((item) => {
    const link = element("a", item.title, { href: `#${item.id}` });
    return element("li", [link, ` ${item.ua_number}: ${item.status}`]);
  });
  return [element("h1", "Urgent actions"), element("ul", rows), element("p", `${items.length} of ${total}`)];
}

function urgentAction(page) {
  const { letters_available: open, reason, latest, original } = page.take_action;
  return element("article", [
    element("h1", page.title),
    element("p", `${page.ua_number}: ${page.status}`, { className: "status" }),
    ...page.persons.map((person) => element("p", person.name, { className: "person" })),
    ...page.summary.filter(({ type }) => type === "paragraph").map(prose),
    ...(open ? letter(page) : [element("p", `Please do not write: ${reason}.`, { className: "closed" })]),
    ...[latest, original].filter((card) => card?.url).map(({ title, url }) => element("a", title, { href: url })),
  ], { lang: page.language.code, dir: page.language.right_to_left ? "rtl" : "ltr" });
}

function letter({ targets, sample_letter: passages }) {
  const to = targets.filter(({ type, value }) => type === "target" && !value.contacts_are_record);
  const lines = passages.flatMap(({ type, value }) => type === "asks" ? [value.introduction, ...value.asks] : [value]);
  return [
    ...to.map(({ value }) => element("address", [value.name, value.role].filter(Boolean).join(", "))),
    ...lines.map((line) => element("p", line, { className: "letter" })),
  ];
}

function prose({ value }) {
  const made = element("div", "");
  // The one field that is HTML: the API lets a few safe tags through. Everything else is text.
  made.innerHTML = value;
  return made;
}

function element(tag, content, properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...[content].flat());
  return made;
}
