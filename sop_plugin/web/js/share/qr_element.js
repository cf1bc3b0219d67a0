/** `<sop-qr text="…">`: a text, such as an address, as a QR code; `label` is what a screen reader says in its place. */

import { QUIET_ZONE, qrCode, qrPath } from "../kit/qr.js";

const SVG = "http://www.w3.org/2000/svg";

export class QrElement extends HTMLElement {
  static observedAttributes = ["text", "label"];

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  /** Black on white in every colour scheme, as readers need it. A text that no code holds stands there as text. */
  draw() {
    const text = this.getAttribute("text") ?? "";
    const code = qrCode(text);
    if (!code) {
      this.replaceChildren(text);
      return;
    }
    const side = code.size + 2 * QUIET_ZONE;
    const picture = drawn("svg", {
      class: "sop-qr",
      viewBox: `0 0 ${side} ${side}`,
      role: "img",
      "aria-label": this.getAttribute("label") ?? text,
      "shape-rendering": "crispEdges",
    });
    picture.append(
      drawn("path", { fill: "#fff", d: `M0 0h${side}v${side}H0z` }),
      drawn("path", { fill: "#000", d: qrPath(code) }),
    );
    this.replaceChildren(picture);
  }
}

function drawn(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
