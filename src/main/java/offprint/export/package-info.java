/// Plans a batch, runs it on the pool, writes safely, journals it, and tells how every variant ended.
///
/// Enter by [offprint.export.ExportService]. Knows photos, recipes, engines and the pool. Must not know the window or
/// the command line. Planning touches the disk and so never runs on the FX thread; the service's other methods return
/// at once.
@NullMarked
package offprint.export;

import org.jspecify.annotations.NullMarked;
