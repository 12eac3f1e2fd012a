/// The fast image engine: libvips, called through the foreign function API.
///
/// Enter by [offprint.engine.vips.VipsAvailability], which looks for the library, and
/// [offprint.engine.vips.VipsEngine].
/// Three rings: raw functions (`NativeFunctions`, `Shapes`), checked calls with Java types (`Vips`, `VipsCall`,
/// `VipsImage`), the engine. The only room that calls libvips; must not know the pool, the window or another engine.
/// Safe for several threads at once; a `VipsImage` belongs to whoever made it and is closed by it.
@NullMarked
package offprint.engine.vips;

import org.jspecify.annotations.NullMarked;
