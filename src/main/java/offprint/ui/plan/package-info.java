/// What an export will do, in plain words, before it starts. Enter by [offprint.ui.plan.PlanScreen].
///
/// Belongs to the FX thread unless a docstring says otherwise; must not touch the disk.
@NullMarked
package offprint.ui.plan;

import org.jspecify.annotations.NullMarked;
