package vn.minhchung.kernel.log.bundle;

import java.util.regex.Pattern;

/** What stands around a report: a page that prints well and loads nothing. */
final class ReportPage {
    static final String AFTER = "</script>\n</body>\n</html>\n";

    /** What could run, or show something else than the text says. */
    static final Pattern HIDING = Pattern.compile(
            "<(?:script|style|link|iframe|object|embed|base|meta|svg|template)\\b|<!|<[a-z][^>]*\\sstyle\\s*=",
            Pattern.CASE_INSENSITIVE);

    private ReportPage() {}

    static String before(String title) {
        return """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            body { font: 13pt/1.4 "Times New Roman", serif; max-width: 50em; margin: 2em auto; padding: 0 1em }
            table { border-collapse: collapse; width: 100%%; margin: 1em 0 }
            th, td { border: 1px solid #999; padding: .2em .5em; text-align: left; vertical-align: top }
            td.amount, th.amount { text-align: right; white-space: nowrap }
            .hash { font: 9pt monospace; overflow-wrap: anywhere }
            @page { size: A4; margin: 2cm }
            @media print { body { margin: 0; max-width: none } tr { break-inside: avoid } h2, h3 { break-after: avoid } }
            </style>
            </head>
            <body>
            """.formatted(ReportHtml.escaped(title));
    }
}
