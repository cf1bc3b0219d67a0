/** Where files of the site are kept on this device: one cache of the browser's for each site, by what the files hold. */

import { nameOf } from "./site_files.js";

const FOLDER = ".sop/";

/** Headers that tell how a file came here, not what it is. */
const OF_THE_WAY = ["content-encoding", "content-length", "transfer-encoding"];

/** The name of a site's cache. */
export function shelfName(scope) {
  return `sop ${new URL(scope).pathname}`;
}

export class Shelf {
  constructor(scope) {
    this.scope = scope;
  }

  open() {
    return caches.open(shelfName(this.scope));
  }

  address(name) {
    return new URL(FOLDER + name, this.scope).href;
  }

  /** The response that was kept for a file, undefined where none was. */
  async find(file) {
    return (await this.open()).match(this.address(nameOf(file)));
  }

  /** Keeps what a file holds. It is made anew: a browser refuses to show a page that was redirected on its way here. */
  async keep(file, body, headers) {
    const kept = new Headers(headers);
    for (const name of OF_THE_WAY) kept.delete(name);
    await (await this.open()).put(this.address(nameOf(file)), new Response(body, { headers: kept }));
  }

  async read(name) {
    const kept = await (await this.open()).match(this.address(name));
    return kept?.json();
  }

  async write(name, value) {
    await (await this.open()).put(this.address(name), Response.json(value));
  }

  /** The names of all that is kept. */
  async names() {
    const start = this.address("").length;
    const requests = await (await this.open()).keys();
    return new Set(requests.map((request) => request.url.slice(start)));
  }

  /** Lets go of all but what `isWanted`. */
  async clear(isWanted) {
    const cache = await this.open();
    for (const name of await this.names()) if (!isWanted(name)) await cache.delete(this.address(name));
  }
}
