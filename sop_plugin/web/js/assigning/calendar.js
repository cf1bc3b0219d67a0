/**
 * An assignment as an entry for calendars (RFC 5545).
 *
 * It is an event of a whole day and no to-do, which the calendars of phones leave out. It takes up no time, and its alarms
 * ring at nine o'clock of the day before and of the day itself.
 */

const LONGEST = 75; // octets of a line (3.1)

/** The text of an .ics file. `words` are its `title`, its `text` and its `alarm`; `link` leads to the assignment. */
export function calendarOf({ id, made, due }, { title, text, alarm }, link) {
  const alarms = ["-PT15H", "PT9H"].map((trigger) => [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapedText(alarm)}`,
    `TRIGGER:${trigger}`,
    "END:VALARM",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//mkdocs-sop//assignment//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:assignment-${id}@mkdocs-sop`,
    `DTSTAMP:${new Date(made).toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${plainDay(due)}`,
    `DTEND;VALUE=DATE:${plainDay(dayAfter(due))}`,
    `SUMMARY:${escapedText(title)}`,
    `DESCRIPTION:${escapedText(text)}`,
    `URL:${link}`,
    "TRANSP:TRANSPARENT",
    ...alarms.flat(),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join("");
}

function plainDay(day) {
  return day.replaceAll("-", "");
}

function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A text value (3.3.11); what has no sign is left out. */
function escapedText(text) {
  const signs = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, " ");
  return signs.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** A line cut so that no part is too long, and no character is cut (3.1). */
function foldedLine(line) {
  const encoder = new TextEncoder();
  const parts = [""];
  let length = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > LONGEST) {
      parts.push(" ");
      length = 1;
    }
    parts[parts.length - 1] += character;
    length += size;
  }
  return parts.join("\r\n");
}
