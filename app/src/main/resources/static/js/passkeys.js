// Passkeys: the browser asks the device, and the form carries its answer.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((entry) => ({ ...entry, id: bytes(entry.id) }));

  const made = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(credential.response.clientDataJSON),
      attestationObject: text(credential.response.attestationObject),
      transports: credential.response.getTransports ? credential.response.getTransports() : [],
    },
    clientExtensionResults: {},
  });
  const answered = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: {
      clientDataJSON: text(credential.response.clientDataJSON),
      authenticatorData: text(credential.response.authenticatorData),
      signature: text(credential.response.signature),
      userHandle: credential.response.userHandle ? text(credential.response.userHandle) : null,
    },
    clientExtensionResults: {},
  });

  const create = async (form) => {
    const options = JSON.parse(form.dataset.options);
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    };
    return made(await navigator.credentials.create({ publicKey }));
  };
  const ask = async (form) => {
    const answer = await fetch("/sign-in/passkey/options", {
      method: "POST",
      headers: { "X-XSRF-TOKEN": form.elements._csrf.value },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const options = await answer.json();
    const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) };
    return answered(await navigator.credentials.get({ publicKey }));
  };

  document.querySelectorAll("form[data-makes-passkey], form[data-asks-passkey]").forEach((form) => {
    const message = form.querySelector("[data-passkey-message]");
    const say = (text) => {
      message.textContent = text;
      message.hidden = !text;
    };
    if (!window.PublicKeyCredential) {
      say(form.dataset.missing);
      return;
    }
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say("");
      try {
        const credential = form.hasAttribute("data-makes-passkey") ? await create(form) : await ask(form);
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        say(form.dataset.failed);
      }
    });
  });
})();
