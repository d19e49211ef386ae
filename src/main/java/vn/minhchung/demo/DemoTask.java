package vn.minhchung.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TranchePlan;

/** One task of the demo: a real title, invented people and money ({@code demo/approved_tasks.csv}). */
record DemoTask(
        int number,
        String title,
        TaskKind kind,
        Organisation host,
        String investigatorTitles,
        String investigatorName,
        LocalDate approvedOn,
        int months,
        Vnd state,
        Vnd counterpart,
        String khoan) {
    static List<DemoTask> all() {
        try (InputStream in = DemoTask.class.getResourceAsStream("/demo/approved_tasks.csv")) {
            if (in == null) throw new IllegalStateException("missing demo/approved_tasks.csv");
            List<DemoTask> tasks = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                rows.forEach(row -> tasks.add(of(row)));
            }
            return tasks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoTask of(NamedCsvRecord row) {
        return new DemoTask(
                Integer.parseInt(row.getField("number")),
                row.getField("title"),
                TaskKind.valueOf(row.getField("kind")),
                Organisation.valueOf(row.getField("host").toUpperCase(Locale.ROOT)),
                row.getField("titles"),
                row.getField("investigator"),
                LocalDate.of(Integer.parseInt(row.getField("year")), Integer.parseInt(row.getField("month")), 5),
                Integer.parseInt(row.getField("months")),
                DemoMoney.million(Long.parseLong(row.getField("stateMillion"))),
                DemoMoney.million(Long.parseLong(row.getField("counterpartMillion"))),
                row.getField("khoan"));
    }

    ProjectId id() {
        return new ProjectId(Id.derived("project", "demo", Integer.toString(number)));
    }

    TreasuryPaperId paper(int n) {
        return new TreasuryPaperId(Id.derived("paper", "demo", Integer.toString(number), Integer.toString(n)));
    }

    /** The two accounts of investigators lead the first task of their host. */
    PersonId investigator() {
        return switch (number) {
            case 1 -> Cast.INVESTIGATOR.person();
            case 2 -> Cast.INVESTIGATOR2.person();
            default -> new PersonId(Id.derived("person", "demo", "investigator", Integer.toString(number)));
        };
    }

    /** Of the hosts without accounts the first host's head signs. */
    Cast head() {
        return host == Organisation.HOST2 ? Cast.HOST2_HEAD : Cast.HOST_HEAD;
    }

    PersonId secretary() {
        return new PersonId(Id.derived("person", "demo", "secretary", Integer.toString(number)));
    }

    boolean hasOwnInvestigator() {
        return number > 2;
    }

    String code() {
        String prefix = kind == TaskKind.DE_TAI ? "ĐTKHCN" : "DASXTN";
        return "%s.HY-%02d/%d".formatted(prefix, number, approvedOn.getYear());
    }

    int year() {
        return approvedOn.getYear();
    }

    LocalDate start() {
        return approvedOn.plusMonths(1).withDayOfMonth(1);
    }

    LocalDate end() {
        return start().plusMonths(months).minusDays(1);
    }

    /** State money half in the first year, half in the second, by line; counterpart money for materials. */
    List<BudgetShare> budget() {
        List<BudgetShare> shares = new ArrayList<>();
        List<Vnd> byYear = state.allocate(1, 1);
        for (int i = 0; i < byYear.size(); i++) {
            List<Vnd> byLine = byYear.get(i).allocate(50, 30, 12, 5, 3);
            List<LineCategory> lines = List.of(
                    LineCategory.REMUNERATION,
                    LineCategory.MATERIALS,
                    LineCategory.SEMINARS_TRAVEL,
                    LineCategory.MANAGEMENT,
                    LineCategory.OTHER);
            for (int line = 0; line < lines.size(); line++) {
                shares.add(new BudgetShare(FundSource.STATE_BUDGET, lines.get(line), year() + i, byLine.get(line)));
            }
        }
        if (counterpart.isPositive()) {
            shares.add(new BudgetShare(FundSource.COUNTERPART, LineCategory.MATERIALS, year(), counterpart));
        }
        return shares;
    }

    /** 50 / 30 / 20. */
    List<TranchePlan> tranches() {
        List<Vnd> parts = state.allocate(50, 30, 20);
        return List.of(
                new TranchePlan(1, parts.get(0), "Sau khi ký hợp đồng", start().plusMonths(1)),
                new TranchePlan(
                        2, parts.get(1), "Khi đã thanh toán ít nhất 50% kinh phí đã tạm ứng", start().plusMonths(12)),
                new TranchePlan(3, parts.get(2), "Sau khi nghiệm thu mức Đạt trở lên", end().plusMonths(2)));
    }
}
