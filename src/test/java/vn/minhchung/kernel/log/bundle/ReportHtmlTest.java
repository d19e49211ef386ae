package vn.minhchung.kernel.log.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {
    private static final ReportFigure FIGURE = new ReportFigure(List.of("ADVANCED"), List.of("2025"), 1_200);

    @Test
    void no_text_is_more_than_text_or_goes_on_in_another_line() {
        String text = "<b>\"A & B\"\nC</b>";
        String html = new ReportHtml()
                .element("h1", text)
                .head(text)
                .row(text, text)
                .amountHead(text, text)
                .amount(new FigureSource.Line(text, text, FIGURE, true))
                .text();

        assertThat(html).doesNotContain("<b>", "</b>", "\nC");
        assertThat(html.split("&lt;b&gt;&quot;A &amp; B&quot; C&lt;/b&gt;", -1)).hasSize(1 + 8);
    }

    @Test
    void a_table_of_figures_has_each_on_a_line_of_its_own_below_a_head_on_the_same_side() {
        String html = new ReportHtml()
                .open("table")
                .amountHead("Số liệu", "Năm", "Đồng")
                .amount(new FigureSource.Line("Tạm ứng", "2025", FIGURE, true))
                .amount(new FigureSource.Line("Được duyệt", "", FIGURE, false))
                .close("table")
                .text();

        assertThat(html).isEqualTo("""
                        <table>
                        <tr><th>Số liệu</th><th>Năm</th><th class="amount">Đồng</th></tr>
                        <tr><td>Tạm ứng</td><td>2025</td><td class="amount">
                        %s
                        </td></tr>
                        <tr><td>Được duyệt</td><td></td><td class="amount">
                        1.200 *
                        </td></tr>
                        </table>
                        """.formatted(FIGURE.html()));
    }
}
