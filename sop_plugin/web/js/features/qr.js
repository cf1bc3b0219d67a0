/** QR codes drawn where a page holds `<sop-qr>`. */

import { define } from "../kit/elements.js";
import { QrElement } from "../share/qr_element.js";

define("sop-qr", QrElement);
