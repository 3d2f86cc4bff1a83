// The one place that knows where the API is, and what it looks like.
export const API = "http://127.0.0.1:8000/api/v2";
const TYPE = "urgent_actions.UrgentActionPage";

/** What went wrong, in the words of the API; `status` is 0 if there was no answer at all. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Return some urgent actions in one language, and how many there are: `{ total, items }`. */
export async function list({ locale = "en", offset = 0 } = {}) {
  const fields = "ua_number,ordinal,status,deadline";
  const query = new URLSearchParams({ type: TYPE, fields, locale, order: "deadline", offset });
  const { meta, items } = await ask(`/pages/?${query}`);
  return { total: meta.total_count, items };
}

/** Return all of one urgent action. */
export function detail(id) {
  return ask(`/pages/${encodeURIComponent(id)}/`);
}

/** Return a draft, in the form of `detail`. The token goes into a header: what stands in an address is logged. */
export function preview(contentType, token) {
  const query = new URLSearchParams({ content_type: contentType });
  return ask(`/page_preview/?${query}`, { cache: "no-store", headers: { Authorization: `Bearer ${token}` } });
}

async function ask(path, options) {
  // "no-cache" keeps an answer, but asks every time whether it still holds: a stop must not wait for a cache.
  const response = await fetch(API + path, { cache: "no-cache", ...options }).catch(() => {
    throw new Problem(0, "The site cannot be reached. Try again in a minute.");
  });
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  const body = isJson ? await response.json() : {};
  if (response.ok && isJson) return body;
  // A refusal of the API is application/problem+json; what stands before it on the way may answer in HTML.
  throw new Problem(response.status, body.detail ?? "The site has an error. Try again in a minute.");
}
