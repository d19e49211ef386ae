package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEntryReversed;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerBalance;
import vn.minhchung.budgets.LineChange;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.PostingView;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperEntryReversed;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.ProjectEvent.ApprovalConfirmed;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.ProjectEvent.PastTaskRecorded;
import vn.minhchung.projects.ProjectEvent.TaskCodeReissued;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.projects.TermsEvent;

/**
 * The ledger. Money events state their postings; an approval states the shares its postings are made of. Every posting is
 * written with the running balance of its ledger key.
 */
@Component
class LedgerProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Ledger";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.POSTINGS, BudgetsViews.BUDGETS, BudgetsViews.BALANCES);
    }

    @Override
    public List<RowTable> rows() {
        return List.of(BudgetsViews.LEDGER, BudgetsViews.LEDGER_KEYS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (recorded.event() instanceof MoneyEvent money) {
            post(
                    new Booking(
                            recorded,
                            money.entry(),
                            reverses(money),
                            money.effectiveOn(),
                            money.postedOn(),
                            money.evidence()),
                    money.postings(),
                    views);
            if (money instanceof MovedBetweenLines moved) open(moved, views);
        } else if (recorded.event() instanceof ProjectEvent task) project(recorded, task, views);
    }

    private static void project(Recorded recorded, ProjectEvent event, ViewWriter views) {
        switch (event) {
            case ApprovedTaskRegistered e -> {
                if (e.provisional()) know(e.project(), e.host(), List.of(), views);
                else approve(recorded, e.project(), e.host(), e.budget(), views);
            }
            case ApprovalConfirmed e -> approve(recorded, e.project(), e.host(), e.budget(), views);
            case TaskPublished e -> {
                BudgetView budget = views.get(BudgetsViews.BUDGETS, e.project().value());
                if (budget != null) views.put(BudgetsViews.BUDGETS, e.project().value(), budget.open());
            }
            case ContractSigned e -> {
                BudgetView budget = views.get(BudgetsViews.BUDGETS, e.project().value());
                if (budget != null && !e.provisional())
                    views.put(BudgetsViews.BUDGETS, e.project().value(), budget.contracted(e.tranches()));
            }
            case ContractConfirmed e -> {
                BudgetView budget = views.get(BudgetsViews.BUDGETS, e.project().value());
                if (budget != null)
                    views.put(BudgetsViews.BUDGETS, e.project().value(), budget.contracted(e.tranches()));
            }
            case TermsEvent e -> AdjustedBudget.project(recorded, e, views);
            case TaskCodeReissued _, TaskCorrected _, PastTaskRecorded _, LifeEvent _ -> {
                // moves no money and changes nothing figures are asked about
            }
        }
    }

    private static void know(ProjectId project, OrganisationId host, List<LineCategory> lines, ViewWriter views) {
        BudgetView before = views.get(BudgetsViews.BUDGETS, project.value());
        views.put(
                BudgetsViews.BUDGETS,
                project.value(),
                before == null ? new BudgetView(project, host, false, lines, List.of()) : before.approved(lines));
    }

    /** Money may have moved to a line the approval did not have. */
    private static void open(MovedBetweenLines moved, ViewWriter views) {
        BudgetView budget = views.get(BudgetsViews.BUDGETS, moved.project().value());
        if (budget == null) return;
        List<LineCategory> lines = Stream.concat(
                        budget.lines().stream(),
                        moved.lines().stream()
                                .filter(line -> line.after().isPositive())
                                .map(LineChange::line))
                .distinct()
                .toList();
        views.put(BudgetsViews.BUDGETS, moved.project().value(), budget.approved(lines));
    }

    /** The approval belongs to no year appropriation: its postings have the planned years. */
    private static void approve(
            Recorded recorded, ProjectId project, OrganisationId host, List<BudgetShare> shares, ViewWriter views) {
        know(project, host, shares.stream().map(BudgetShare::line).distinct().toList(), views);
        postApproved(recorded, project, 1, shares, views);
    }

    /**
     * What is approved from here on, beside what was.
     *
     * @param version of the budget, which numbers the entry
     * @param shares amounts to add; negative where less is approved
     */
    static void postApproved(
            Recorded recorded, ProjectId project, int version, List<BudgetShare> shares, ViewWriter views) {
        List<Posting> postings = new ArrayList<>();
        for (BudgetShare share : shares) {
            postings.add(approved(project, LedgerAccount.APPROVED, share, share.amount()));
            postings.add(approved(
                    project,
                    LedgerAccount.APPROVED.counter(),
                    share,
                    share.amount().negate()));
        }
        var decision = recorded.envelope().decision();
        LocalDate today = decision == null
                ? LocalDate.ofInstant(recorded.recordedAt(), java.time.ZoneOffset.UTC)
                : decision.today();
        LocalDate effectiveOn = decision == null ? today : decision.effectiveOn();
        Evidence evidence = decision == null ? Evidence.TYPED : Evidence.of(decision.basis());
        String entry = Entries.id(project.value(), version);
        post(new Booking(recorded, entry, null, effectiveOn, today, evidence), postings, views);
    }

    private static Posting approved(ProjectId project, LedgerAccount account, BudgetShare share, Vnd amount) {
        return new Posting(account, null, project, share.year(), share.source(), share.line(), null, null, amount);
    }

    private static @Nullable String reverses(MoneyEvent money) {
        if (money instanceof AppropriationEntryReversed e) return e.of();
        if (money instanceof TreasuryPaperEntryReversed e) return e.of();
        return null;
    }

    private record Booking(
            Recorded recorded,
            String entry,
            @Nullable String reverses,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence) {
        /** As pages of postings count: position, then place among the event's postings. */
        long place(int number) {
            return recorded.position() * 65_536 + number;
        }

        String posting(int number) {
            return "posting:" + entry.substring("entry:".length()) + "/" + number;
        }
    }

    private static void post(Booking booking, List<Posting> postings, ViewWriter views) {
        EventId event = EventId.of(booking.recorded().id());
        int number = 0;
        for (Posting p : postings) {
            String id = booking.posting(++number);
            LedgerBalance balance = balance(p, booking.place(number), views);
            views.put(BudgetsViews.POSTINGS, id, view(booking, event, p, views));
            views.insert(
                    BudgetsViews.LEDGER,
                    id,
                    booking.entry(),
                    event.value(),
                    booking.reverses(),
                    p.account().name(),
                    text(p.appropriation()),
                    text(p.project()),
                    p.year(),
                    p.source().name(),
                    p.line() == null ? null : p.line().name(),
                    p.item(),
                    p.tranche(),
                    p.amount().amount(),
                    balance.number(),
                    balance.amount().amount(),
                    booking.effectiveOn(),
                    booking.postedOn(),
                    booking.evidence().name());
        }
    }

    private static PostingView view(Booking booking, EventId event, Posting p, ViewWriter views) {
        ProjectId project = p.project();
        BudgetView budget = project == null ? null : views.get(BudgetsViews.BUDGETS, project.value());
        return new PostingView(
                booking.entry(),
                event,
                p.account(),
                p.appropriation(),
                project,
                budget == null ? null : budget.host(),
                p.year(),
                p.source(),
                p.line(),
                p.item(),
                p.tranche(),
                p.amount(),
                booking.effectiveOn(),
                booking.postedOn(),
                booking.evidence());
    }

    /** @param place of the posting: it numbers a key that is new */
    private static LedgerBalance balance(Posting p, long place, ViewWriter views) {
        String key = String.join(
                "|",
                p.account().name(),
                orDash(text(p.appropriation())),
                orDash(text(p.project())),
                Integer.toString(p.year()),
                p.source().name(),
                p.line() == null ? "-" : p.line().name(),
                orDash(p.item()),
                p.tranche() == null ? "-" : p.tranche().toString());
        LedgerBalance before = views.get(BudgetsViews.BALANCES, key);
        if (before == null) open(p, place, views);
        LedgerBalance after = before == null
                ? new LedgerBalance(place, p.amount())
                : new LedgerBalance(before.number(), before.amount().plus(p.amount()));
        views.put(BudgetsViews.BALANCES, key, after);
        return after;
    }

    private static void open(Posting p, long number, ViewWriter views) {
        views.insert(
                BudgetsViews.LEDGER_KEYS,
                number,
                p.account().name(),
                text(p.appropriation()),
                text(p.project()),
                p.year(),
                p.source().name(),
                p.line() == null ? null : p.line().name(),
                p.item(),
                p.tranche());
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
