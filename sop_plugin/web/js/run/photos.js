/** Photos at a size that a device can keep many of. */

/** The longer side that a photo keeps, in pixels: enough to read a label on it. */
const LONGEST = 1600;

/** A photo made smaller; as it is where the browser cannot read it or it would not become smaller. */
export async function shrunk(file) {
  try {
    const picture = await createImageBitmap(file);
    const share = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * share);
    canvas.height = Math.round(picture.height * share);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
}

/** A kept file as a picture, null where it is none or is not here. */
export function pictureOf(file, name) {
  if (!file || !/^image\//.test(file.blob.type)) return null;
  const picture = document.createElement("img");
  picture.src = URL.createObjectURL(file.blob);
  picture.alt = name;
  picture.addEventListener("load", () => URL.revokeObjectURL(picture.src), { once: true });
  return picture;
}
