package vn.minhchung.evidence;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Texts;

/** The drill's answer, a line for each damage. */
final class DrillTable {
    private static final String FORM = "%12s  %-18s %-18s %-18s %s%n";

    private final PrintStream out;
    private @Nullable Way last;
    private int lines;
    private int wrong;

    DrillTable(PrintStream out) {
        this.out = out;
    }

    /**
     * One damage, and what was said of it.
     *
     * @param java by Verify.java, {@code javaScript} by verify.html; null: it is not here
     */
    record Line(
            Way way,
            long position,
            Expected expected,
            Finding server,
            @Nullable Finding java,
            @Nullable Finding javaScript) {
        boolean right() {
            return server.equals(expected.server())
                    && (java == null || java.equals(expected.verifiers()))
                    && (javaScript == null || javaScript.equals(expected.verifiers()));
        }
    }

    void head() {
        out.printf(FORM, "vị trí/place", "máy chủ/server", "Verify.java", "verify.html", "đúng/right");
    }

    void add(Line line) {
        lines++;
        if (!line.right()) wrong++;
        if (!line.way().equals(last))
            out.printf("%s · %s%n", line.way().vietnamese(), line.way().name());
        last = line.way();
        out.printf(
                FORM,
                line.position() == 0 ? "-" : line.position(),
                line.server(),
                told(line.java()),
                told(line.javaScript()),
                line.right()
                        ? "✓"
                        : "SAI/WRONG: %s, %s"
                                .formatted(
                                        line.expected().server(),
                                        line.expected().verifiers()));
    }

    private static String told(@Nullable Finding said) {
        return said == null ? "(…)" : said.toString();
    }

    /** @return true when every line is right */
    boolean end(List<String> skipped) {
        for (String program : skipped)
            out.printf(
                    "Không chạy được %s: máy này chưa cài chương trình để chạy tệp đó.%n%s was not run: what runs it is not installed.%n",
                    program, program);
        out.printf(Texts.VI, "%,d dòng, %,d dòng sai.%n", lines, wrong);
        out.printf(Locale.ENGLISH, "%,d lines, %,d wrong.%n", lines, wrong);
        return wrong == 0;
    }
}
