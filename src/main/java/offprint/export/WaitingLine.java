package offprint.export;

import java.util.List;
import java.util.Map;

/// Whose turn it is among the waiting photos, where that is not by row number, and what some of them ask for.
///
/// @param first rows that were moved to the front and still wait, the next one first; before all others
/// @param askedBytes by row: the memory that a photo asks for which is next and does not fit
public record WaitingLine(List<Integer> first, Map<Integer, Long> askedBytes) {

    public static final WaitingLine IN_ORDER = new WaitingLine(List.of(), Map.of());

    public WaitingLine {
        first = List.copyOf(first);
        askedBytes = Map.copyOf(askedBytes);
    }
}
