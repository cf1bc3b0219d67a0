/** The form in which an assignment is made. */

import { MOST_TASKS, toTheMinute } from "../assigning/assignment.js";
import { peopleIn } from "../assigning/pasted_list.js";
import { today } from "../kit/days.js";
import { freshId } from "../kit/ids.js";
import { say } from "../kit/words.js";
import { tellPeople } from "./people_told.js";
import { TaskPicker } from "./task_picker.js";

const ID = 16; // hexadecimal digits: enough that no two are alike by chance, and a shorter link

export class Maker {
  /** `make({assignment, people})` is called with what the reader made. */
  constructor(form, assignable, make) {
    this.form = form;
    this.picker = new TaskPicker(form, assignable);
    this.fault = form.querySelector('[data-place="fault"]');
    const { title, due, note, people } = form.elements;
    this.fields = { title, due, note, people };
    due.min = today();
    form.addEventListener("change", () => this.showFault(""));
    this.tellPeople = tellPeople(people, form.querySelector('[data-place="people-told"]'));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(make);
    });
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
