package vn.minhchung.audit.api;

import java.util.Collection;
import java.util.List;
import vn.minhchung.kernel.log.bundle.FigureSource;

/** Tables and paragraphs of a bundle's report: every text escaped, one element a line. */
final class ReportHtml {
    private final StringBuilder text = new StringBuilder();

    ReportHtml open(String element) {
        text.append('<').append(element).append(">\n");
        return this;
    }

    ReportHtml close(String element) {
        text.append("</").append(element).append(">\n");
        return this;
    }

    ReportHtml element(String element, String words) {
        text.append("<%1$s>%2$s</%1$s>\n".formatted(element, escaped(words)));
        return this;
    }

    ReportHtml head(String... words) {
        return cells("th", List.of(words));
    }

    ReportHtml row(String... words) {
        return cells("td", List.of(words));
    }

    private ReportHtml cells(String cell, Collection<String> words) {
        text.append("<tr>");
        words.forEach(each -> text.append("<%1$s>%2$s</%1$s>".formatted(cell, escaped(each))));
        text.append("</tr>\n");
        return this;
    }

    /** The figure on a line of its own, where verifiers look for it. */
    void amount(FigureSource.Line line) {
        text.append("<tr><td>%s</td><td>%s</td><td class=\"amount\">\n"
                        .formatted(escaped(line.label()), escaped(line.where())))
                .append(line.addsUp() ? line.figure().html() : line.figure().text() + " *")
                .append("\n</td></tr>\n");
    }

    String text() {
        return text.toString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", " ");
    }
}
