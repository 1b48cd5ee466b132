// Comfort for the form that saves itself: says when the connection is lost, keeps what was typed on this device until it is saved,
// and offers it again. Without this file the form is an ordinary form.
(() => {
  const form = document.querySelector("form[data-draft]");
  const saver = document.getElementById("autosave");
  if (!form || !saver) {
    return;
  }

  const offer = document.getElementById("offer");
  const [lost, signedOut, refused] = ["lost", "signed-out", "refused"].map(id => document.getElementById(id));
  const fresh = form.dataset.draft;
  let busy = false;
  let dirty = false;
  let waiting = null;
  let leaving = false;

  // A new problem gets its identity with the first save.
  const key = () => fresh.replace(/:new$/, ":" + (form.elements.Id.value.replaceAll("-", "") || "new"));
  const kept = name => {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  };
  const forget = () => [fresh, key()].forEach(name => localStorage.removeItem(name));
  const fields = () => [...form.elements].filter(field => /^Input\./.test(field.name) && !["hidden", "file"].includes(field.type));
  const keep = () => {
    dirty = true;
    const values = fields().map(field => [field.name, field.type === "checkbox" ? field.checked : field.value]);
    try {
      localStorage.setItem(key(), JSON.stringify({ at: Date.now(), values }));
    } catch {
      // No room or not allowed: the mark still says that it is not saved.
    }
  };
  const show = state => {
    lost.hidden = state !== "lost";
    signedOut.hidden = state !== "signed-out";
    refused.hidden = state !== "refused";
  };
  const again = () => window.htmx.trigger(saver, "again");

  form.addEventListener("input", keep);

  // A button pressed while a save is on its way waits for it, and no save sets out once the form is on its way; otherwise the two would clash.
  form.addEventListener("submit", event => {
    if (busy) {
      event.preventDefault();
      waiting = event.submitter;
    } else if (!event.defaultPrevented) {
      leaving = true;
    }
  });
  saver.addEventListener("htmx:beforeRequest", event => {
    if (leaving) {
      event.preventDefault();
    } else {
      busy = true;
    }
  });
  ["pageshow", "input"].forEach(sign => window.addEventListener(sign, () => { leaving = false; })); // the page stayed, or came back
  saver.addEventListener("htmx:beforeSwap", event => {
    if (new URL(event.detail.xhr.responseURL, location.href).pathname.startsWith("/account/")) {
      event.detail.shouldSwap = false;
      show("signed-out");
    }
  });
  saver.addEventListener("htmx:afterRequest", event => {
    busy = false;
    const xhr = event.detail.xhr;
    if (event.detail.successful && signedOut.hidden) {
      show(null);
      dirty = false;
      forget();
    } else if (xhr.status === 422) {
      show(null);
    } else if (xhr.status >= 400 && xhr.status < 429) {
      show("refused");
    } else if (signedOut.hidden) {
      show("lost");
    }

    if (waiting) {
      form.requestSubmit(waiting);
      waiting = null;
    }
  });
  saver.addEventListener("htmx:sendError", () => show("lost"));
  window.addEventListener("online", () => {
    if (dirty) {
      again();
    }
  });
  setInterval(() => {
    if (!lost.hidden || !signedOut.hidden) {
      signedOut.hidden = true;
      again();
    }
  }, 15000);

  // What an earlier visit left stands apart, so that typing here does not overwrite it before the person decides.
  const before = key() + ":before";
  const valueOf = field => field.type === "checkbox" ? field.checked : field.value;
  const differs = left => left?.values.some(([name, value]) => {
    const field = fields().find(known => known.name === name);
    return field && valueOf(field) !== value;
  });
  const last = kept(key());
  if (differs(last)) {
    localStorage.setItem(before, JSON.stringify(last));
  }

  forget();
  const left = kept(before);
  if (!differs(left)) {
    localStorage.removeItem(before);
    return;
  }

  const decide = () => {
    localStorage.removeItem(before);
    offer.hidden = true;
  };
  offer.querySelector("[data-when]").textContent = new Date(left.at).toLocaleString(document.documentElement.lang);
  offer.hidden = false;
  offer.querySelector("[data-discard]").addEventListener("click", decide);
  offer.querySelector("[data-restore]").addEventListener("click", () => {
    for (const [name, value] of left.values) {
      const field = fields().find(known => known.name === name);
      if (field?.type === "checkbox") {
        field.checked = value;
      } else if (field) {
        field.value = value;
      }
    }

    decide();
    keep();
    again();
  });
})();
