/** Tried one after the other, in points: the portal keeps 2,500 at most, and small writing wants 1,200. */
const sides = [2500, 2000, 1600, 1200] as const;
/** In bytes: such a photo leaves as it is. */
const lightEnough = 1_000_000;
const quality = 0.8;

/**
 * A photo written again by the browser where it is heavy, so that it leaves quickly and fits what the
 * host takes. What is no image, or does not open here, stays as it is: the server says what is wrong.
 */
export async function lighterPhoto(file: File, largestFile: number): Promise<File> {
  const isLight = file.size <= Math.min(lightEnough, largestFile);
  if (isLight || !file.type.startsWith("image/")) return file;
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return file;
  try {
    for (const side of sides) {
      const photo = await writtenAgain(image, side);
      if (photo && photo.size <= Math.min(largestFile, file.size))
        return new File([photo], file.name.replace(/(\.[^.]{1,10})?$/, ".jpg"), {
          type: photo.type,
        });
    }
    return file;
  } finally {
    image.close();
  }
}

function writtenAgain(image: ImageBitmap, side: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
