// Loads the page anew when the preview has another version of it. The server holds each question until there is one.
(function () {
  "use strict";

  const version = document.currentScript.dataset.version;
  const question = `/sop-changes?page=${encodeURIComponent(location.pathname)}&version=${version}`;

  async function ask() {
    try {
      const answer = await fetch(question);
      if (answer.ok && (await answer.text()) !== version) {
        location.reload();
        return;
      }
    } catch {
      await new Promise((done) => setTimeout(done, 1000)); // the server is gone, or not there yet
    }
    ask();
  }

  ask();
})();
