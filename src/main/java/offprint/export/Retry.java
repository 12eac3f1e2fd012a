package offprint.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A new order of failed and cancelled rows of one earlier order.
///
/// @param batch the new order
/// @param rows waiting again
record Retry(ExportBatch batch, List<Row> rows) {

    /// One for each earlier order that any of the rows belongs to. Rows that are not failed or cancelled are left out.
    ///
    /// @param beforeOpening hears of each new order before its rows are open
    static List<Retry> of(
            ExportRows all, List<Row> chosen, Supplier<String> newId, Consumer<ExportBatch> beforeOpening) {
        return all.quietly(() -> {
            var byBatch = new LinkedHashMap<ExportBatch, List<Row>>();
            for (var row : chosen) {
                switch (row.state) {
                    case FAILED, CANCELLED ->
                        byBatch.computeIfAbsent(row.batch, key -> new ArrayList<>())
                                .add(row);
                    case WAITING, WAITING_FOR_MEMORY, WORKING, CANCELLING, DONE -> {}
                }
            }
            var retries = new ArrayList<Retry>();
            byBatch.forEach((old, rows) -> {
                var batch = old.again(newId.get(), written(all));
                batch.expectRows(rows.size());
                beforeOpening.accept(batch);
                all.update(rows, row -> row.startAnew(batch));
                retries.add(new Retry(batch, rows));
            });
            return retries;
        });
    }

    /// What this service has written and which no retry may replace.
    private static List<Path> written(ExportRows all) {
        return all.all().stream()
                .flatMap(row -> row.snapshot.variants().stream())
                .flatMap(variant -> variant.outcome().stream())
                .filter(ExportOutcome.Written.class::isInstance)
                .map(outcome -> ((ExportOutcome.Written) outcome).file())
                .toList();
    }
}
