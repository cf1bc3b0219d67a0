/** The form in which an assignment is made. */

import { MOST_TASKS, toTheMinute } from "../assigning/assignment.js";
import { peopleIn } from "../assigning/people.js";
import { today } from "../kit/days.js";
import { freshId } from "../kit/ids.js";
import { say, tally } from "../kit/words.js";
import { TaskPicker } from "./task_picker.js";

const ID = 16; // hexadecimal digits: enough that no two are alike by chance, and a shorter link

export class Maker {
  /** `make({assignment, people})` is called with what the reader made. */
  constructor(form, assignable, make) {
    this.form = form;
    this.picker = new TaskPicker(form, assignable);
    this.fault = form.querySelector('[data-place="fault"]');
    this.told = form.querySelector('[data-place="people-told"]');
    const { title, due, note, people } = form.elements;
    this.fields = { title, due, note, people };
    due.min = today();
    form.addEventListener("change", () => this.showFault(""));
    people.addEventListener("input", () => this.tellPeople());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(make);
    });
  }

  tellPeople() {
    this.told.textContent = peopleWords(peopleIn(this.fields.people.value));
  }

  submit(make) {
    const { tasks } = this.picker;
    const fault = faultOf(tasks);
    this.showFault(fault);
    if (fault) return this.picker.focus();
    const { title, due, note, people } = this.fields;
    make({
      assignment: {
        id: freshId().slice(0, ID),
        made: toTheMinute(Date.now()),
        due: due.value,
        title: title.value.trim(),
        note: note.value.replace(/\r\n?/g, "\n").trim(),
        tasks,
      },
      people: peopleIn(people.value).names,
    });
    return undefined;
  }

  showFault(words) {
    this.fault.textContent = words;
    this.fault.hidden = words === "";
  }

  /** Empties the form for the next one. */
  clear() {
    this.form.reset();
    this.picker.clear();
    this.picker.narrow();
    this.tellPeople();
  }
}

function faultOf(tasks) {
  if (tasks.length === 0) return say("web.assign.nothing-chosen");
  return tasks.length > MOST_TASKS ? say("web.assign.too-many", { count: MOST_TASKS }) : "";
}

/** How many people were found in a text, and which of them stand in it more than once. */
export function peopleWords({ names, repeated }) {
  const words = [names.length > 0 && tally("web.assign.people", names.length)];
  words.push(repeated.length > 0 && say("web.assign.repeated", { names: repeated.join(say("web.assigned.and")) }));
  return words.filter(Boolean).join(" ");
}
