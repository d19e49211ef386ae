package vn.minhchung.testing;

import vn.minhchung.kernel.DeadLetters;

/** Does all work at once; nothing fails, nothing is kept. */
public final class AllTried implements DeadLetters {
    @Override
    public boolean attempt(Work work, Runnable doing) {
        doing.run();
        return true;
    }

    @Override
    public void onRetry(String process, Runnable round) {
        // nothing fails here
    }

    @Override
    public long kept() {
        return 0;
    }
}
