package vn.minhchung.eventstore.archive;

/** Why a log was not exported, imported or moved: the line, the value and the rule, in Vietnamese and then in English. */
public final class ArchiveFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final ArchiveRule rule;
    private final long line;
    private final String value;

    /** @param line from 1; 0: about no line */
    ArchiveFault(ArchiveRule rule, long line, String value) {
        super(told(rule, line, value));
        this.rule = rule;
        this.line = line;
        this.value = value;
    }

    public ArchiveRule rule() {
        return rule;
    }

    public long line() {
        return line;
    }

    public String value() {
        return value;
    }

    private static String told(ArchiveRule rule, long line, String value) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return (line == 0 ? "" : "Dòng " + line + ": ") + rule.vietnamese() + ": " + shown + System.lineSeparator()
                + (line == 0 ? "" : "Line " + line + ": ") + rule.english() + ": " + shown;
    }
}
