package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent.AppropriationAssigned;
import vn.minhchung.budgets.AppropriationEvent.AppropriationDrawn;
import vn.minhchung.budgets.AppropriationEvent.TaskAllocated;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.GuardEvent.TaskFundsCleared;
import vn.minhchung.budgets.Payee;
import vn.minhchung.budgets.TreasuryPaperEvent.AdvanceSettled;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperSignedFirst;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperSignedSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierFiled;
import vn.minhchung.projects.LifeEvent.PeriodicReportFiled;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;

/** A task of twelve months that keeps every rule, until a case makes it break one. */
final class PlantedTask {
    static final OrganisationId DEPARTMENT = new OrganisationId("organisation:department");
    static final long MILLION = 1_000_000;

    final PlantedRecord record;
    final String name;
    final ProjectId id;
    OrganisationId host;
    final LocalDate start;
    PersonId investigator;
    LocalDate end;
    long stateMillions = 900;
    long otherMillions;
    KhoanMode khoan = KhoanMode.TUNG_PHAN;
    List<TranchePlan> tranches = List.of();
    /** Last day on which it reports; the end unless it is stopped before. */
    LocalDate reportsUntil;
    /** Periods nobody reports on. */
    List<Integer> silent = List.of();

    boolean dossier = true;
    int papers;

    PlantedTask(PlantedRecord record, String name, LocalDate start) {
        this.record = record;
        this.name = name;
        this.id = new ProjectId("project:" + name);
        this.host = new OrganisationId("organisation:" + name);
        this.investigator = PlantedRecord.person(name + "-pi");
        this.start = start;
        this.end = start.plusMonths(12).minusDays(1);
        this.reportsUntil = end;
    }

    static Vnd million(long millions) {
        return Vnd.of(millions * MILLION);
    }

    PlantedRecord.Act add(LocalDate day, DomainEvent event) {
        return record.add(day, id.value(), event);
    }

    List<BudgetShare> shares() {
        List<BudgetShare> shares = new ArrayList<>();
        shares.add(new BudgetShare(
                FundSource.STATE_BUDGET, LineCategory.REMUNERATION, start.getYear(), million(stateMillions)));
        if (otherMillions > 0)
            shares.add(new BudgetShare(
                    FundSource.COUNTERPART, LineCategory.MATERIALS, start.getYear(), million(otherMillions)));
        return shares;
    }

    PlantedRecord.Act approve() {
        return approve(start, shares());
    }

    PlantedRecord.Act approve(LocalDate day, List<BudgetShare> shares) {
        return add(
                day,
                new ApprovedTaskRegistered(
                        id,
                        "ĐT-" + name,
                        DEPARTMENT,
                        day,
                        "Nghiên cứu " + name,
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        host,
                        investigator,
                        List.of(),
                        shares,
                        million(stateMillions + otherMillions),
                        million(stateMillions),
                        khoan,
                        12,
                        start,
                        end,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    PlantedRecord.Act contract() {
        return contract(start, start);
    }

    /** @param recordedOn when the signed contract came on record */
    PlantedRecord.Act contract(LocalDate signedOn, LocalDate recordedOn) {
        return add(
                recordedOn,
                new ContractSigned(
                        id,
                        "HĐ-" + name,
                        signedOn,
                        million(stateMillions),
                        DEPARTMENT,
                        PlantedRecord.person("director"),
                        host,
                        PlantedRecord.person(name + "-head"),
                        tranches,
                        List.of()));
    }

    /** Approved and under contract. */
    PlantedTask open() {
        approve();
        contract();
        return this;
    }

    /** Everything a running task owes: a report each six months, the dossier ten days after the end. */
    void close() {
        int number = 1;
        for (LocalDate due = start.plusMonths(6); !due.isAfter(reportsUntil); due = due.plusMonths(6)) {
            if (!silent.contains(number)) report(number, due);
            number++;
        }
        if (dossier)
            add(end.plusDays(10), new AcceptanceDossierFiled(id, 1, List.of("Báo cáo tổng kết"), end.plusDays(10)));
    }

    PlantedRecord.Act report(int number, LocalDate day) {
        LocalDate from = start.plusMonths(6L * (number - 1));
        return add(
                day,
                new PeriodicReportFiled(
                        id,
                        number,
                        from,
                        day.minusDays(1),
                        from.plusMonths(6),
                        "BC-" + number,
                        "đúng tiến độ",
                        List.of()));
    }

    void graded(LocalDate day, Grade grade) {
        add(day, new TaskGraded(id, grade, day, PlantedRecord.person(name + "-chair"), null, "đã làm", List.of()));
    }

    // money

    /** Of the year it begins in: everything is drawn from it. */
    AppropriationId appropriation() {
        return new AppropriationId("appropriation:" + name);
    }

    void assign(LocalDate day, long millions) {
        record.add(
                day,
                appropriation().value(),
                new AppropriationAssigned(
                        appropriation(),
                        new AppropriationKey(DEPARTMENT, "417", "101", "12", "00000", start.getYear()),
                        Vnd.ZERO,
                        million(millions),
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
    }

    PlantedRecord.Act allocate(LocalDate day, long millions) {
        return record.add(
                day,
                appropriation().value(),
                new TaskAllocated(
                        appropriation(), id, million(millions), "entry", day, day, Evidence.DOCUMENT, List.of()));
    }

    /** A withdrawal the treasury pays: prepared, signed by two, paid. */
    Payment pay(TreasuryPaperKind kind, int tranche, long millions, LocalDate paidOn) {
        return pay(kind, tranche, Vnd.of(millions * MILLION), paidOn, paidOn);
    }

    Payment pay(TreasuryPaperKind kind, int tranche, Vnd amount, LocalDate paidOn, LocalDate recordedOn) {
        Payment payment = prepare(kind, tranche, amount, paidOn, List.of());
        payment.second("accountant");
        payment.first("director");
        payment.paid(paidOn, recordedOn);
        return payment;
    }

    Payment prepare(TreasuryPaperKind kind, int tranche, Vnd amount, LocalDate day, List<PersonId> volumeBy) {
        Payment payment =
                new Payment(new TreasuryPaperId("paper:" + name + "-" + ++papers), kind, tranche, amount, day);
        record.add(
                day,
                payment.paper.value(),
                new WithdrawalPrepared(
                        payment.paper,
                        id,
                        host,
                        appropriation(),
                        new AppropriationKey(DEPARTMENT, "417", "101", "12", "00000", start.getYear()),
                        "GR-" + papers,
                        kind,
                        tranche,
                        payment.lines(),
                        amount,
                        new Payee(new DepositAccountId("deposit-account:" + name), host, "3713", "KBNN"),
                        List.of(PlantedRecord.person("preparer")),
                        null,
                        volumeBy,
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
        return payment;
    }

    /** One withdrawal. */
    final class Payment {
        final TreasuryPaperId paper;
        final TreasuryPaperKind kind;
        final int tranche;
        final Vnd amount;
        final LocalDate prepared;

        Payment(TreasuryPaperId paper, TreasuryPaperKind kind, int tranche, Vnd amount, LocalDate prepared) {
            this.paper = paper;
            this.kind = kind;
            this.tranche = tranche;
            this.amount = amount;
            this.prepared = prepared;
        }

        List<TreasuryPaperLine> lines() {
            return List.of(
                    new TreasuryPaperLine(LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, amount, "chi"));
        }

        PlantedRecord.Act second(String signer) {
            PersonId person = PlantedRecord.person(signer);
            return record.add(
                    prepared,
                    paper.value(),
                    new TreasuryPaperSignedSecond(paper, id, person, List.of(person), prepared));
        }

        PlantedRecord.Act first(String signer) {
            PersonId person = PlantedRecord.person(signer);
            return record.add(
                    prepared,
                    paper.value(),
                    new TreasuryPaperSignedFirst(paper, id, person, List.of(person), prepared));
        }

        private PlantedRecord.@Nullable Act paid;
        private PlantedRecord.@Nullable Act drawn;

        PlantedRecord.Act paid() {
            return Objects.requireNonNull(paid);
        }

        PlantedRecord.Act drawn() {
            return Objects.requireNonNull(drawn);
        }

        /** @param on the treasury's day */
        void paid(LocalDate on, LocalDate recordedOn) {
            drawn = record.add(
                    recordedOn, appropriation().value(), new AppropriationDrawn(appropriation(), paper, id, amount));
            paid = record.add(
                    recordedOn,
                    paper.value(),
                    new TreasuryPaperExecuted(
                            paper,
                            id,
                            kind,
                            appropriation(),
                            "CT-" + paper,
                            lines(),
                            amount,
                            "entry",
                            on,
                            recordedOn,
                            Evidence.DOCUMENT,
                            List.of()));
        }

        void cleared(LocalDate day, Vnd part) {
            TreasuryPaperId by = new TreasuryPaperId(paper.value() + "-c" + day);
            record.add(day, "task-funds:" + name, new TaskFundsCleared(id, by, tranche, part));
            record.add(
                    day, paper.value(), new AdvanceSettled(paper, id, by, TreasuryPaperKind.CLEARING, part, lines()));
        }
    }
}
