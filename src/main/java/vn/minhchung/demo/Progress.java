package vn.minhchung.demo;

import java.io.PrintStream;

/** A progress bar on one line; where there is no terminal, a line every tenth. */
final class Progress {
    private static final int WIDTH = 40;
    private static final int TENTH = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final int expected;
    private int done;
    private int shownTenth = -1;

    Progress(PrintStream out, boolean terminal, int expected) {
        this.out = out;
        this.terminal = terminal;
        this.expected = expected;
    }

    void step() {
        done++;
        int share = Math.min(done, expected);
        if (terminal) {
            int filled = share * WIDTH / expected;
            out.printf(
                    "\rĐang nạp dữ liệu trình diễn [%s%s] %d/%d",
                    "#".repeat(filled), ".".repeat(WIDTH - filled), share, expected);
        } else if (share * TENTH / expected > shownTenth) {
            shownTenth = share * TENTH / expected;
            out.printf("Đang nạp dữ liệu trình diễn: %d %%%n", shownTenth * TENTH);
        }
    }

    void finished() {
        if (terminal) out.println();
    }
}
