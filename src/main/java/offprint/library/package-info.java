/// What was dropped: finds photos in files and folders, reads their headers, makes and keeps their thumbnails.
///
/// Enter by [offprint.library.PhotoScanner] and [offprint.library.ThumbnailStore]; [offprint.library.ThumbnailCache] is
/// what is kept of it on the disk; [offprint.library.NaturalName] is how names are ordered. Knows engines and the pool.
/// Must
/// not know the window or recipes' outputs. Its work runs on the pool's workers; its methods return at once.
@NullMarked
package offprint.library;

import org.jspecify.annotations.NullMarked;
