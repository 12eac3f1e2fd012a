package offprint.ui.plan;

import offprint.recipe.OnConflict;

/// What the plan's screen asks of the window.
public interface PlanActions {

    /// Exports what is shown.
    void start();

    /// Back to the photos; nothing is exported.
    void close();

    /// Plans again, for this export only, with another answer to files that exist.
    void choose(OnConflict policy);

    /// Plans again without what can't be done for this reason.
    ///
    /// @param code of the failure
    void leaveOut(String code);

    /// Plans again with all that was left out.
    void takeIn();

    void chooseDestination();
}
