import { API } from "./client.js";

/** Keep the reader's place in the editor's preview panel. Without an answer it waits ten seconds at every change. */
export function keepPlace() {
  if (window.top === window) return;
  // The editor sits where the API is; nobody else is told anything, or listened to.
  const admin = new URL(API).origin;
  const send = (message) => window.top.postMessage({ wagtail: { ...message, origin: location.origin } }, admin);

  addEventListener("message", ({ origin, data }) => {
    if (origin !== admin) return;
    const { type, x, y } = data?.wagtail ?? {};
    if (type === "w-preview:set-scroll-position") window.scrollTo(x, y);
    if (type === "w-preview:get-scroll-position") send({ type: "w-preview:set-scroll-position", x: scrollX, y: scrollY });
  });

  const request = () => send({ type: "w-preview:request-scroll" });
  // The panel listens from the moment at which this document has been loaded.
  if (document.readyState === "complete") request();
  else addEventListener("load", request);
}
