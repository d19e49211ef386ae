package vn.minhchung.kernel.log.bundle;

import java.util.List;

/** The body of a report, as {@link BundleWriter#report} takes it: every text escaped, one element a line. */
public final class ReportHtml {
    private static final String AMOUNT = " class=\"amount\"";

    private final StringBuilder text = new StringBuilder();

    public ReportHtml open(String element) {
        text.append('<').append(element).append(">\n");
        return this;
    }

    public ReportHtml close(String element) {
        text.append("</").append(element).append(">\n");
        return this;
    }

    public ReportHtml element(String element, String words) {
        text.append("<%1$s>%2$s</%1$s>\n".formatted(element, escaped(words)));
        return this;
    }

    public ReportHtml head(String... words) {
        return row("th", "", List.of(words));
    }

    /** Of a table of figures: the last column is that of the {@link #amount amounts}. */
    public ReportHtml amountHead(String... words) {
        return row("th", AMOUNT, List.of(words));
    }

    public ReportHtml row(String... words) {
        return row("td", "", List.of(words));
    }

    private ReportHtml row(String cell, String last, List<String> words) {
        text.append("<tr>");
        for (int i = 0; i < words.size(); i++) {
            String attributes = i == words.size() - 1 ? last : "";
            text.append("<%1$s%2$s>%3$s</%1$s>".formatted(cell, attributes, escaped(words.get(i))));
        }
        text.append("</tr>\n");
        return this;
    }

    /** The figure on a line of its own, where verifiers look for it. One that does not add up is text with a star. */
    public ReportHtml amount(FigureSource.Line line) {
        text.append("<tr><td>%s</td><td>%s</td><td%s>\n"
                        .formatted(escaped(line.label()), escaped(line.where()), AMOUNT))
                .append(line.addsUp() ? line.figure().html() : line.figure().text() + " *")
                .append("\n</td></tr>\n");
        return this;
    }

    public String text() {
        return text.toString();
    }

    /** On one line, in an element or in quotes. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", " ");
    }
}
