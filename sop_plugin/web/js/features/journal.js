/** The thread that writes the second copy of what is kept on this device; its name is that of the folder. */

import { answerCalls } from "../kit/thread.js";
import { JournalFiles } from "../store/journal_files.js";

const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(globalThis.name, { create: true });
const counted = async () => (await navigator.storage.estimate()).usageDetails?.fileSystem;

answerCalls(globalThis, new JournalFiles(folder, counted));
