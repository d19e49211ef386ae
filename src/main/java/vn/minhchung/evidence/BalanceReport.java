package vn.minhchung.evidence;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.kernel.log.bundle.FigureSource;
import vn.minhchung.kernel.log.bundle.ReportFigure;
import vn.minhchung.kernel.log.bundle.ReportHtml;
import vn.minhchung.kernel.log.bundle.ReportProof;

/**
 * The balances of the whole ledger as a schema of views has them, for a page that verifiers compare with the postings the events
 * state. So a row of the views that was altered shows.
 */
final class BalanceReport {
    static final String TITLE = "Số liệu toàn sổ";

    private static final String PROVEN =
            "Được chứng minh khi chương trình kiểm chứng trả lời ĐÚNG: mọi sự kiện của sổ đến vị trí này đúng như khi được niêm phong, không thiếu sự kiện nào; mỗi số là tổng các dòng định khoản. Dòng đầu của câu trả lời cho biết đã đủ chữ ký chứng kiến hay chưa: khi chưa đủ, người quản trị hệ thống vẫn có thể đã viết lại toàn bộ sổ.";

    private static final Map<String, String> LABELS = labels();

    private final JdbcClient jdbc;
    private final String schema;

    BalanceReport(DataSource dataSource, String schema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.schema = schema;
    }

    /** Accounts of the figures. What was approved is stated by approvals, not by postings of money events. */
    static boolean shown(LedgerAccount account) {
        return account.figure() && account != LedgerAccount.APPROVED;
    }

    /** HTML of the balances up to a position. */
    String body(long position) {
        Map<LedgerAccount, SortedMap<Integer, Long>> sums = sums(position);
        ReportHtml html = new ReportHtml()
                .element("h1", TITLE)
                .element(
                        "p",
                        "Tính đến vị trí %d của sổ sự kiện. Đơn vị: đồng. Mỗi số là tổng các dòng định khoản mà sự kiện nêu; chương trình kiểm chứng cộng lại."
                                .formatted(position))
                .open("table")
                .amountHead("Chỉ tiêu", "Năm", "Số tiền");
        sums.forEach((account, years) -> {
            long all = years.values().stream().reduce(0L, Math::addExact);
            html.amount(line(LABELS.getOrDefault(account.name(), account.name()), "", account, all));
            years.forEach((year, sum) -> html.amount(line("", year.toString(), account, sum)));
        });
        return html.close("table")
                .element("p", PROVEN)
                .element("p", ReportProof.NOT_PROVEN)
                .text();
    }

    /** @param year empty: of all years */
    private static FigureSource.Line line(String label, String year, LedgerAccount account, long sum) {
        List<String> where = year.isEmpty() ? List.of() : List.of(year);
        return new FigureSource.Line(label, year, new ReportFigure(List.of(account.name()), where, sum), true);
    }

    private Map<LedgerAccount, SortedMap<Integer, Long>> sums(long position) {
        Map<LedgerAccount, SortedMap<Integer, Long>> sums = new EnumMap<>(LedgerAccount.class);
        jdbc.sql("""
                        select account, budget_year, sum(amount)::bigint as amount from %s
                        where position <= :position group by account, budget_year
                        """.formatted(schema + "." + BudgetsViews.LEDGER.name()))
                .param("position", position)
                .query(row -> {
                    LedgerAccount account = LedgerAccount.valueOf(row.getString("account"));
                    if (shown(account))
                        sums.computeIfAbsent(account, _ -> new TreeMap<>())
                                .put(row.getInt("budget_year"), row.getLong("amount"));
                });
        return sums;
    }

    /** In Vietnamese, as the public contract says them. */
    private static Map<String, String> labels() {
        try (InputStream schema = new ClassPathResource("graphql/schema.graphqls").getInputStream()) {
            EnumTypeDefinition accounts = (EnumTypeDefinition)
                    new SchemaParser().parse(schema).getTypeOrNull(LedgerAccount.class.getSimpleName());
            Map<String, String> labels = new TreeMap<>();
            if (accounts == null) return labels;
            for (EnumValueDefinition account : accounts.getEnumValueDefinitions())
                labels.put(account.getName(), label(account));
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of what is said of it, without its stop. */
    private static String label(EnumValueDefinition account) {
        String said = account.getDescription().getContent().strip();
        return said.lines().findFirst().orElse(account.getName()).replaceFirst("\\.$", "");
    }
}
