package offprint.ui.shell;

import java.util.List;
import offprint.ui.BackgroundRunner;
import offprint.ui.FxThread;
import offprint.ui.Texts;
import offprint.ui.WindowServices.UnfinishedWork;

/// Offers to go on with what was not finished last time, and tells when that can't be done. FX thread.
final class Unfinished {

    private final NoticeBar notice;
    private final BackgroundRunner background;
    private final FxThread fx;
    private final Runnable wake;

    /// It goes on, and its rows have not appeared yet.
    private boolean awaitsRows;

    /// @param wake has the window look at the exports
    Unfinished(NoticeBar notice, BackgroundRunner background, FxThread fx, Runnable wake) {
        this.notice = notice;
        this.background = background;
        this.fx = fx;
        this.wake = wake;
    }

    void offer(UnfinishedWork work) {
        notice.show(
                Texts.get("unfinished.text", work.photos()),
                List.of(
                        new NoticeBar.Offer("unfinished.resume", () -> resume(work)),
                        new NoticeBar.Offer("unfinished.discard", () -> background.run(work.discard()))));
    }

    private void resume(UnfinishedWork work) {
        awaitsRows = true;
        wake.run();
        background.run(() -> work.resume().accept(reason -> fx.post(() -> failed(work, reason))));
    }

    private void failed(UnfinishedWork work, String reason) {
        awaitsRows = false;
        notice.show(
                Texts.get("queue.resume.failed", reason),
                List.of(new NoticeBar.Offer("queue.resume.again", () -> resume(work))));
    }

    /// Whether rows are still to come.
    ///
    /// @param isBusy whether the queue has something to do by now
    boolean awaitsRows(boolean isBusy) {
        awaitsRows &= !isBusy;
        return awaitsRows;
    }
}
