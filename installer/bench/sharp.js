// The sets of `offprint bench export` by sharp, as its users write them: one pipeline a variant, each reading the file.
// node sharp.js SET INPUT_FOLDER OUTPUT_FOLDER LANES: prints one JSON line with the CPU and wall time a photo after a warm-up.
import { readdirSync, statSync } from "node:fs";
import { join, parse } from "node:path";
import sharp from "sharp";

const [set, input, output, lanesWord] = process.argv.slice(2);
const lanes = Number(lanesWord);

const jpeg = (px, mozjpeg = false) => ({ px, extension: "jpg", encode: (image) => image.jpeg({ quality: 80, mozjpeg }) });
const webp = (px) => ({ px, extension: "webp", encode: (image) => image.webp({ quality: 80 }) });
const avif = (px) => ({ px, extension: "avif", encode: (image) => image.avif({ quality: 50, effort: 3 }) });
const web = [jpeg(2560), jpeg(1280), webp(640), webp(320)];
const variants = {
    one: [jpeg(2048)],
    web,
    mozjpeg: [jpeg(1600, true), jpeg(800, true), webp(800), avif(400)],
    profile: web,
}[set];

const photos = readdirSync(input).sort().map((name) => join(input, name));
sharp.cache(false);
// Many photos: a thread each. A single photo: its variants side by side, each with the threads that sharp gives it.
const alone = photos.length < lanes;
if (!alone) {
    sharp.concurrency(1);
}

const file = (photo, variant) => join(output, `${parse(photo).name}-${variant.px}.${variant.extension}`);

const write = (photo, variant) =>
    variant.encode(sharp(photo).autoOrient().resize(variant.px, variant.px, { fit: "inside", withoutEnlargement: true }))
        .toFile(file(photo, variant));

async function exportPhoto(photo) {
    if (alone) {
        await Promise.all(variants.map((variant) => write(photo, variant)));
    } else {
        for (const variant of variants) {
            await write(photo, variant);
        }
    }
}

async function run(todo) {
    const queue = [...todo];
    const lane = async () => {
        for (let photo = queue.shift(); photo !== undefined; photo = queue.shift()) {
            await exportPhoto(photo);
        }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
}

for (let warm = 0; warm < 8; warm += Math.min(8, photos.length)) {
    await run(photos.slice(0, 8));
}
const cpuBefore = process.cpuUsage();
const begun = performance.now();
await run(photos);
const wall = performance.now() - begun;
const cpu = process.cpuUsage(cpuBefore);
const bytes = photos.flatMap((photo) => variants.map((variant) => statSync(file(photo, variant)).size));
console.log(JSON.stringify({
    cpuMillisPerPhoto: (cpu.user + cpu.system) / 1000 / photos.length,
    wallMillisPerPhoto: wall / photos.length,
    bytesPerPhoto: Math.round(bytes.reduce((sum, size) => sum + size, 0) / photos.length),
}));
