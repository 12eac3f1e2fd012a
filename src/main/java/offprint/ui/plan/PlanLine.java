package offprint.ui.plan;

import java.util.List;

/// A line of the plan: what is so, how it stands, and what can be done about it.
///
/// @param mark how it stands
/// @param text one sentence
/// @param detail what it means or what to do; may be empty
/// @param fixes one click each
/// @param code of the failure that can be left out; empty for other lines
record PlanLine(Mark mark, String text, String detail, List<Fix> fixes, String code) {

    PlanLine {
        fixes = List.copyOf(fixes);
    }

    static PlanLine plain(Mark mark, String text) {
        return with(mark, text, "");
    }

    static PlanLine with(Mark mark, String text, String detail, Fix... fixes) {
        return new PlanLine(mark, text, detail, List.of(fixes), "");
    }

    /// How a line stands.
    enum Mark {
        /// As it should be.
        GOOD,
        /// The user should know.
        NOTE,
        /// It will not work.
        WRONG
    }

    /// What one click does.
    enum Fix {
        KEEP_BOTH,
        REPLACE,
        SKIP,
        LEAVE_OUT,
        TAKE_IN,
        OTHER_FOLDER
    }
}
