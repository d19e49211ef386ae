package vn.minhchung.oversight.process;

import static vn.minhchung.oversight.process.PlantedTask.million;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.budgets.AppropriationEvent.ClosedYearCorrected;
import vn.minhchung.budgets.AppropriationEvent.YearClosed;
import vn.minhchung.budgets.BalanceTable;
import vn.minhchung.budgets.Correction;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundRevisionDue;
import vn.minhchung.budgets.RefundEvent.RefundRevisionNotDue;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.budgets.SettlementEvent.SettlementReturned;
import vn.minhchung.budgets.SettlementEvent.TaskSettlementFiled;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.budgets.TaskBalance;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingNoLongerAccepted;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.VolumeEvent.VolumeCancelled;
import vn.minhchung.budgets.VolumeEvent.VolumeFreed;
import vn.minhchung.budgets.VolumeEvent.VolumeUsed;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.oversight.process.PlantedRecord.Act;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.SwitchMode;

/** Papers, corrections, persons and accounts: questions 23, 25, 26, 27, and credentials set anew. */
final class PlantedActs extends PlantedCases {
    PlantedActs(PlantedRecord record, Map<String, int[]> planted) {
        super(record, 23, planted);
    }

    @Override
    void plant() {
        dates();
        numbers();
        reasons();
        gaps();
        roles();
        bootstrap();
        pairs();
        switched();
        closedYears();
        settlements();
        refunds();
        volumes();
        credentials();
    }

    private Act published(PlantedTask task, LocalDate day) {
        return task.add(day, new TaskPublished(task.id, "Nghiên cứu"));
    }

    private Act published() {
        PlantedTask task = task();
        task.close();
        return published(task, task.start.plusDays(1));
    }

    // papers

    private static LegalBasis paper(LegalBasis.Kind kind, String number, String issuer, LocalDate date) {
        return new LegalBasis(kind, number, issuer, date, null, null, LegalBasis.Seen.SCAN_COMPARED);
    }

    private static LegalBasis decision(String number, String issuer, LocalDate date) {
        return paper(LegalBasis.Kind.DECISION, number, issuer, date);
    }

    private Act dated(LegalBasis.Kind kind, int daysAfter) {
        Act act = published();
        return act.under(paper(kind, "7/QĐ-UBND", unique(), act.day.plusDays(daysAfter)));
    }

    /** Signed so many days before the record, the paper dated so many days after the signature. */
    private Act signed(int before, int datedAfter) {
        Act act = published();
        LocalDate signed = act.day.minusDays(before);
        String number = "31/QĐ-UBND";
        return act.signed(signed, number).under(decision(number, unique(), signed.plusDays(datedAfter)));
    }

    private void dates() {
        violations(
                "documents",
                5,
                i -> hit("documents", "PAPER_DATED_AFTER_RECORD", dated(LegalBasis.Kind.DECISION, 1 + i)));
        inside("documents", 5, i -> dated(LegalBasis.Kind.DECISION, -i));
        // a law may be cited before it is in the gazette: it is no series of an office
        lawful("documents", 2, _ -> dated(LegalBasis.Kind.LAW, 3));
        violations("documents", 5, i -> hit("documents", "PAPER_SIGNED_ANOTHER_DAY", signed(10, i % 2 == 0 ? 1 : -2)));
        inside("documents", 5, i -> signed(10 + i, 0));
        violations("documents", 5, i -> hit("documents", "PAPER_RECORDED_LATE", signed(31 + i, 0)));
        inside("documents", 5, i -> signed(30 - i, 0));
    }

    /** Two papers of one issuer, named by two decisions one after the other. */
    private Act two(String first, LocalDate firstDate, String second, LocalDate secondDate, boolean sameIssuer) {
        String issuer = unique();
        PlantedTask task = task();
        task.close();
        LocalDate day = LocalDate.of(2024, 9, 10).plusDays(draw(20));
        published(task, day).under(decision(first, issuer, firstDate));
        return published(task, day.plusDays(1)).under(decision(second, sameIssuer ? issuer : unique(), secondDate));
    }

    private void numbers() {
        LocalDate may = LocalDate.of(2024, 5, 6);
        violations(
                "documents",
                3,
                i -> hit(
                        "documents", "PAPER_NUMBER_ORDER", two("40/QĐ-X", may, "41/QĐ-X", may.minusDays(1 + i), true)));
        violations(
                "documents",
                2,
                i -> hit("documents", "PAPER_NUMBER_ORDER", two("40/QĐ-X", may, "39/QĐ-X", may.plusDays(1 + i), true)));
        inside("documents", 3, _ -> two("40/QĐ-X", may, "41/QĐ-X", may, true));
        inside("documents", 2, _ -> two("40/QĐ-X", may, "39/QĐ-X", may, true));
        lawful("documents", 2, _ -> two("40/QĐ-X", may, "41/QĐ-X", may.minusDays(9), false));
        // numbers begin anew with the year
        lawful("documents", 2, _ -> two("40/QĐ-X", may.minusYears(1), "2/QĐ-X", may, true));
        violations(
                "documents",
                5,
                i -> hit("documents", "PAPER_NUMBER_TWICE", two("40/QĐ-X", may, "40/QĐ-X", may.plusDays(1 + i), true)));
        inside("documents", 2, _ -> two("40/QĐ-X", may, "40/QĐ-X", may, true));
        violations("documents", 5, i -> {
            Act act = published();
            hit(
                    "documents",
                    "PAPER_NUMBER_INSERTED",
                    act.under(decision("12" + "abcde".charAt(i) + "/QĐ-X", unique(), act.day)));
        });
        inside("documents", 2, _ -> {
            Act act = published();
            act.under(decision("12/QĐ-X", unique(), act.day));
        });
        lawful("documents", 2, _ -> {
            Act act = published();
            act.under(paper(LegalBasis.Kind.OTHER, "12a/HS", unique(), act.day));
        });
    }

    // corrections

    private Act corrected(@Nullable String reason) {
        PlantedTask task = task();
        task.close();
        return task.add(task.start.plusDays(30), new TaskCorrected(task.id, "cũ", "mới"))
                .because(reason);
    }

    private void reasons() {
        violations(
                "corrections",
                3,
                i -> hit("corrections", "CORRECTION_WITHOUT_REASON", corrected(i == 0 ? null : " ".repeat(i))));
        violations("corrections", 2, _ -> {
            Act act = published().because(null);
            act.corrects = "00000000-0000-0000-0000-000000000001";
            hit("corrections", "CORRECTION_WITHOUT_REASON", act);
        });
        inside("corrections", 5, _ -> corrected("gõ sai"));
        // what the system puts right by itself
        lawful("corrections", 2, _ -> {
            Act act = corrected(null);
            act.person = new PersonId("person:system");
        });
    }

    private void gaps() {
        violations("corrections", 5, i -> {
            Act act = published();
            act.gapBefore = 1 + i;
            hit("corrections", "POSITION_GAP", act);
        });
        violations("corrections", 5, i -> {
            Act act = published();
            act.skippedInStream = 1 + i;
            hit("corrections", "SEQUENCE_GAP", act);
        });
        violations("corrections", 5, _ -> {
            Act act = published();
            act.timeStandsStill = true;
            hit("corrections", "TIME_ORDER", act);
        });
    }

    // persons

    private String account() {
        String name = unique().toLowerCase(Locale.ROOT);
        PersonId person = PlantedRecord.person(name);
        record.add(
                LocalDate.of(2023, 7, 3),
                "account:" + name,
                new AccountCreated(new AccountId("account:" + name), person, new Sealed(person, "AA"), "key"));
        return name;
    }

    private Act granted(String name, LocalDate day, List<PersonId> granters) {
        return record.add(
                day,
                "account:" + name,
                new RoleGranted(new AccountId("account:" + name), Role.ACCOUNTANT, null, day, null, granters, false));
    }

    private Act used(boolean renewed, int hour, int minute) {
        String name = account();
        Act act = published();
        if (renewed) granted(name, act.day.minusDays(40), List.of(PlantedRecord.person("admin")));
        granted(name, act.day, List.of(PlantedRecord.person("admin"))).at(8, 0);
        return act.by(name, Role.ACCOUNTANT).at(hour, minute);
    }

    private void roles() {
        violations("four-eyes", 5, i -> hit("four-eyes", "ROLE_USED_AT_ONCE", used(false, 11, 59 - i)));
        inside("four-eyes", 5, i -> used(false, 12, i));
        lawful("four-eyes", 2, i -> used(true, 9, i));
        violations("four-eyes", 5, _ -> {
            String name = account();
            hit("four-eyes", "OWN_GRANT", granted(name, LocalDate.of(2024, 4, 1), List.of(PlantedRecord.person(name))));
        });
        inside(
                "four-eyes",
                5,
                _ -> granted(account(), LocalDate.of(2024, 4, 1), List.of(PlantedRecord.person("admin"))));
    }

    /** The first administrator grants himself the role: nobody else was there. */
    private void bootstrap() {
        lawful("four-eyes", 2, _ -> {
            String name = account();
            Act grant = granted(name, LocalDate.of(2023, 7, 4), List.of(PlantedRecord.person(name)));
            grant.by(name, Role.ADMIN).mutation = "bootstrapAdministrator";
        });
    }

    private PlantedTask.Payment prepared(LocalDate start, List<PersonId> volumeBy) {
        PlantedTask task = draft(start).open();
        task.close();
        return task.prepare(TreasuryPaperKind.ADVANCE, 1, million(50), start.plusDays(4), volumeBy);
    }

    private PlantedTask.Payment prepared(List<PersonId> volumeBy) {
        return prepared(LocalDate.of(2023, 7, 3).plusWeeks(draw(40)), volumeBy);
    }

    private void pairs() {
        PersonId measurer = PlantedRecord.person("measurer");
        violations("four-eyes", 5, _ -> {
            PlantedTask.Payment paper = prepared(List.of());
            paper.second("accountant");
            hit("four-eyes", "FIRST_SECOND", paper.first("accountant"));
        });
        violations("four-eyes", 5, _ -> {
            PlantedTask.Payment paper = prepared(List.of());
            paper.second("accountant");
            hit("four-eyes", "PREPARER_FIRST", paper.first("preparer"));
        });
        violations("four-eyes", 5, _ -> {
            PlantedTask.Payment paper = prepared(List.of(measurer));
            hit("four-eyes", "VOLUME_SIGNED", paper.second("measurer"));
            paper.first("director");
        });
        // the preparer may be the second signatory
        inside("four-eyes", 5, _ -> {
            PlantedTask.Payment paper = prepared(List.of(measurer));
            paper.second("preparer");
            paper.first("director");
        });
        violations("four-eyes", 5, _ -> hit("four-eyes", "OWN_CONFIRMATION", confirmed("officer")));
        inside("four-eyes", 5, _ -> confirmed("officer2"));
    }

    private Act confirmed(String by) {
        PlantedTask task = draft();
        task.approve();
        PersonId officer = PlantedRecord.person("officer");
        task.add(
                task.start,
                new ContractSigned(
                        task.id,
                        "HĐ",
                        task.start,
                        million(900),
                        PlantedTask.DEPARTMENT,
                        PlantedRecord.person("director"),
                        task.host,
                        PlantedRecord.person("head"),
                        List.of(),
                        List.of(officer)));
        Act act = task.add(
                task.start.plusDays(1),
                new ContractConfirmed(task.id, "HĐ", million(900), List.of(), PlantedRecord.person(by)));
        task.close();
        return act;
    }

    /** For two weeks in 2025 the director let a measurer sign. */
    private void switched() {
        LocalDate from = LocalDate.of(2025, 7, 7);
        String family = "four-eyes.volume-withdrawal";
        record.add(from, "rule:" + family, new RuleSwitched(family, SwitchMode.WARN, SwitchMode.REFUSE));
        record.add(from.plusDays(14), "rule:" + family, new RuleSwitched(family, SwitchMode.REFUSE, SwitchMode.WARN));
        lawful("four-eyes", 2, i -> {
            PlantedTask.Payment paper = prepared(from.minusDays(i), List.of(PlantedRecord.person("measurer")));
            paper.second("measurer");
            paper.first("director");
        });
    }

    // what was signed and changed since

    private static BalanceTable table() {
        return new BalanceTable(
                million(100), Vnd.ZERO, million(90), Vnd.ZERO, Vnd.ZERO, million(10), Vnd.ZERO, million(10));
    }

    private Act correctedYear(int closed, int corrected) {
        PlantedTask task = task();
        task.close();
        LocalDate day = LocalDate.of(2024, 2, 1);
        record.add(
                day,
                task.appropriation().value(),
                new YearClosed(
                        task.appropriation(),
                        closed,
                        table(),
                        "00",
                        null,
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
        return record.add(
                day.plusDays(40),
                task.appropriation().value(),
                new ClosedYearCorrected(
                        task.appropriation(),
                        corrected,
                        new Correction("entry:1", null, null, null, List.of(), million(1), "ghi sai", "BB"),
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
    }

    private void closedYears() {
        violations("changed-basis", 5, _ -> hit("changed-basis", "CLOSED_YEAR_CHANGED", correctedYear(2023, 2023)));
        inside("changed-basis", 2, _ -> correctedYear(2023, 2022));
    }

    /** Spending is taken back so many days after the settlement was filed. */
    private Act takenBack(int after, boolean returned) {
        PlantedTask task = task();
        task.close();
        LocalDate day = task.end.plusDays(60);
        SettlementId id = new SettlementId("settlement:" + task.name);
        record.add(
                day,
                id.value(),
                new TaskSettlementFiled(
                        id,
                        task.id,
                        task.host,
                        true,
                        new TaskBalance(million(1), million(1), million(1), million(1), Vnd.ZERO, Vnd.ZERO),
                        List.of(),
                        million(1),
                        "QT",
                        day));
        if (returned) record.add(day.plusDays(1), id.value(), new SettlementReturned(id, task.id, "thiếu"));
        return record.add(
                day.plusDays(after),
                "task-spending:" + task.name,
                new TaskSpendingNoLongerAccepted(
                        task.id,
                        new SpendingReportId("spending-report:" + task.name),
                        List.of(new SpendingSum(FundSource.STATE_BUDGET, LineCategory.OTHER, Vnd.of(1_000_000)))));
    }

    private void settlements() {
        violations("changed-basis", 5, i -> hit("changed-basis", "SETTLEMENT_CHANGED", takenBack(3 + i, false)));
        inside("changed-basis", 5, i -> takenBack(-1 - i, false));
        lawful("changed-basis", 2, i -> takenBack(3 + i, true));
    }

    private Act revisable(int decidedAfter, boolean notDue) {
        PlantedTask task = task();
        task.close();
        RefundId id = RefundId.of(task.id);
        LocalDate day = task.start.plusDays(120);
        Act act = record.add(day, id.value(), new RefundRevisionDue(id, task.id, task.host, million(10), million(12)));
        if (notDue)
            record.add(day.plusDays(decidedAfter), id.value(), new RefundRevisionNotDue(id, task.id, task.host, day));
        else
            record.add(
                    day.plusDays(decidedAfter),
                    id.value(),
                    new RefundDecided(
                            id,
                            task.id,
                            task.host,
                            new RefundTerms(
                                    List.of(new RefundPart(RefundCause.OBJECTIVE, million(1), 0, "bão")),
                                    Vnd.ZERO,
                                    true,
                                    false),
                            million(12),
                            Vnd.ZERO,
                            million(2),
                            million(1),
                            null,
                            null,
                            List.of(),
                            "entry",
                            day,
                            day,
                            Evidence.DOCUMENT,
                            List.of()));
        return act;
    }

    private void refunds() {
        violations("changed-basis", 5, i -> hit("changed-basis", "REFUND_BASIS_CHANGED", revisable(31 + i, false)));
        inside("changed-basis", 5, i -> revisable(30 - i, false));
        lawful("changed-basis", 2, i -> revisable(30 - i, true));
    }

    private Act cancelled(boolean used, boolean freed) {
        PlantedTask task = task();
        task.close();
        VolumeId volume = new VolumeId("volume:" + task.name);
        TreasuryPaperId paper = new TreasuryPaperId("paper:" + task.name);
        LocalDate day = task.start.plusDays(30);
        if (used) record.add(day, volume.value(), new VolumeUsed(volume, task.id, paper, million(5)));
        if (freed) record.add(day.plusDays(1), volume.value(), new VolumeFreed(volume, task.id, paper, million(5)));
        return record.add(day.plusDays(2), volume.value(), new VolumeCancelled(volume, task.id, million(5), "đo sai"));
    }

    private void volumes() {
        violations("changed-basis", 5, _ -> hit("changed-basis", "VOLUME_TAKEN_BACK", cancelled(true, false)));
        inside("changed-basis", 5, _ -> cancelled(false, false));
        lawful("changed-basis", 2, _ -> cancelled(true, true));
    }

    // credentials

    private Act set(String name, LocalDate day, String by) {
        return record.add(
                        day,
                        "account:" + name,
                        new CredentialSet(new AccountId("account:" + name), "credential-" + day))
                .by(by, Role.ADMIN);
    }

    /** Set anew on the day before at nine. */
    private Act afterReset(boolean hadOne, boolean own, int hour, int minute) {
        String name = account();
        Act act = published();
        if (hadOne) set(name, act.day.minusDays(50), "admin");
        set(name, act.day.minusDays(1), own ? name : "admin");
        return act.by(name, Role.OFFICER).at(hour, minute);
    }

    private void credentials() {
        violations(
                "credential-reset",
                5,
                i -> hit("credential-reset", "DECIDED_AFTER_RESET", afterReset(true, false, 8, 59 - i)));
        inside("credential-reset", 5, i -> afterReset(true, false, 9, 1 + i));
        lawful("credential-reset", 2, _ -> afterReset(false, false, 8, 0));
        lawful("credential-reset", 2, _ -> afterReset(true, true, 8, 0));
    }
}
