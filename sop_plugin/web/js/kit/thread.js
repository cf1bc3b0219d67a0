/** A service in a thread of its own, called by messages, so that the page moves while it works. */

/** Lets messages to `scope` call the methods of `service`. */
export function answerCalls(scope, service) {
  scope.onmessage = async ({ data: { call, method, args } }) => {
    try {
      scope.postMessage({ call, value: await service[method](...args) });
    } catch (trouble) {
      scope.postMessage({ call, trouble: { name: trouble.name, message: trouble.message } });
    }
  };
}

/** The service behind a worker. `fail()` is called when the worker itself cannot be had. */
export class Thread {
  constructor(worker, fail) {
    this.worker = worker;
    this.calls = new Map();
    this.count = 0;
    worker.onmessage = ({ data: { call, value, trouble } }) => {
      const { resolve, reject } = this.calls.get(call);
      this.calls.delete(call);
      if (trouble) reject(Object.assign(new Error(trouble.message), { name: trouble.name }));
      else resolve(value);
    };
    worker.onerror = () => {
      fail();
      for (const { reject } of this.calls.values()) reject(new Error("the thread did not start"));
      this.end();
    };
  }

  end() {
    this.worker.terminate();
  }

  /** What a method of the service gives; fails with an Error of the same name where it fails. */
  call(method, args) {
    this.count += 1;
    const call = this.count;
    const value = new Promise((resolve, reject) => this.calls.set(call, { resolve, reject }));
    this.worker.postMessage({ call, method, args });
    return value;
  }
}
