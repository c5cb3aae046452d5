/** Passkeys on the pages where customers prove who they are: shown where the browser can, asked when the button is pressed. */
(() => {
  if (!window.PublicKeyCredential) return;
  document.querySelectorAll("[data-passkey]").forEach((one) => (one.hidden = false));
  const form = document.querySelector("form[data-options]");
  if (!form) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  form.addEventListener("submit", async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    const asked = JSON.parse(form.dataset.options);
    const options = asked.publicKey ?? asked;
    try {
      const key = await navigator.credentials.get({ publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: (options.allowCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) })),
      } });
      const { authenticatorData, clientDataJSON, signature, userHandle } = key.response;
      form.elements.answer.value = JSON.stringify({
        id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(),
        response: {
          authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature),
          userHandle: userHandle ? text(userHandle) : null,
        },
      });
      form.requestSubmit();
    } catch {
      form.querySelector(".failed").hidden = false;
    }
  });
})();
