// Comfort for the form that saves itself: says when the connection is lost, keeps what was typed on this device until it is saved,
// and offers it again. Without this file the form is an ordinary form.
(() => {
  const form = document.querySelector("form[data-draft]");
  const saver = document.getElementById("autosave");
  if (!form || !saver) {
    return;
  }

  const offer = document.getElementById("offer");
  const [lost, signedOut] = ["lost", "signed-out"].map(id => document.getElementById(id));
  const fresh = form.dataset.draft;
  let busy = false;
  let waiting = null;

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
  };
  const again = () => window.htmx.trigger(saver, "again");

  form.addEventListener("input", keep);

  // A button pressed while a save is on its way waits for it; otherwise the two would clash.
  form.addEventListener("submit", event => {
    if (busy) {
      event.preventDefault();
      waiting = event.submitter;
    }
  });
  saver.addEventListener("htmx:beforeRequest", () => { busy = true; });
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
      forget();
    } else if (xhr.status === 422) {
      show(null);
    } else if (signedOut.hidden) {
      show("lost");
    }

    if (waiting) {
      form.requestSubmit(waiting);
      waiting = null;
    }
  });
  saver.addEventListener("htmx:sendError", () => show("lost"));
  window.addEventListener("online", again);
  setInterval(() => {
    if (!lost.hidden || !signedOut.hidden) {
      signedOut.hidden = true;
      again();
    }
  }, 15000);

  const found = kept(key());
  const differs = found?.values.some(([name, value]) => {
    const field = fields().find(known => known.name === name);
    return field && (field.type === "checkbox" ? field.checked : field.value) !== value;
  });
  if (differs) {
    offer.querySelector("[data-when]").textContent = new Date(found.at).toLocaleString(document.documentElement.lang);
    offer.hidden = false;
    offer.querySelector("[data-restore]").addEventListener("click", () => {
      for (const [name, value] of found.values) {
        const field = fields().find(known => known.name === name);
        if (field?.type === "checkbox") {
          field.checked = value;
        } else if (field) {
          field.value = value;
        }
      }

      offer.hidden = true;
      again();
    });
    offer.querySelector("[data-discard]").addEventListener("click", () => {
      forget();
      offer.hidden = true;
    });
  } else if (found) {
    forget();
  }
})();
