package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import vn.minhchung.budgets.AppropriationEvent.YearClosed;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalAmended;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/**
 * What holds at every position, computed from the postings in the record alone: the sum of an entry is zero; the
 * identities of {@code contract.md} 4 for tasks; invariants 1–4 of domain.md 2.8 for every (unit, chapter, sector, source,
 * programme, year); nothing is posted in a closed year. {@link #shown} compares with the figures the system shows.
 */
public final class Invariants {
    private static final int READ_AT_ONCE = 500;

    private final RecordedEvents events;
    private final Map<String, Map<LedgerAccount, Vnd>> appropriations = new TreeMap<>();
    private final Map<String, Map<LedgerAccount, Vnd>> tasks = new TreeMap<>();
    private final Map<String, Integer> years = new HashMap<>();
    private final Map<String, Long> closed = new HashMap<>();
    private long position;

    private Invariants(RecordedEvents events) {
        this.events = events;
    }

    public static Invariants of(RunningSystem system) {
        return new Invariants(system.bean(RecordedEvents.class));
    }

    /** Reads what was recorded since it was last asked and checks after every command. */
    public Invariants hold() {
        List<Recorded> some = events.read(position, READ_AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(this::read);
            some = events.read(position, READ_AT_ONCE);
        }
        return this;
    }

    private void read(Recorded recorded) {
        position = recorded.position();
        event(recorded.event());
        if (recorded.event() instanceof MoneyEvent money) money(recorded, money);
        if (recorded.event() instanceof YearClosed closing)
            closed.put(closing.appropriation().value(), position);
        // between the parts of one command nothing needs to hold
        if (recorded.envelope().lastPart()) {
            appropriations.forEach(this::appropriation);
            tasks.forEach(this::task);
        }
    }

    private static void event(DomainEvent event) {
        switch (event) {
            case WithdrawalPrepared e -> linesSum(e.lines(), e.total(), e);
            case WithdrawalAmended e -> linesSum(e.lines(), e.total(), e);
            case TreasuryPaperExecuted e -> linesSum(e.lines(), e.total(), e);
            default -> {
                // no lines
            }
        }
    }

    /** Invariant 4: the sum of the lines is the amount of the paper. */
    private static void linesSum(List<TreasuryPaperLine> lines, Vnd total, DomainEvent event) {
        assertThat(Vnd.sum(lines.stream().map(TreasuryPaperLine::amount).toList()))
                .as("lines of " + event)
                .isEqualTo(total);
    }

    private void money(Recorded recorded, MoneyEvent money) {
        assertThat(Vnd.sum(money.postings().stream().map(Posting::amount).toList()))
                .as("entry %s at %d", money.entry(), position)
                .isEqualTo(Vnd.ZERO);
        for (Posting p : money.postings()) {
            AppropriationId appropriation = p.appropriation();
            if (appropriation != null) {
                String id = appropriation.value();
                if (closed.containsKey(id))
                    assertThat(p.year())
                            .as("%s at %d posts in a closed year", recorded.name(), position)
                            .isNotEqualTo(years.get(id));
                else years.putIfAbsent(id, p.year());
                add(appropriations, id, p);
            }
            if (p.project() != null) add(tasks, p.project().value(), p);
        }
    }

    private static void add(Map<String, Map<LedgerAccount, Vnd>> sums, String of, Posting p) {
        sums.computeIfAbsent(of, _ -> new EnumMap<>(LedgerAccount.class)).merge(p.account(), p.amount(), Vnd::plus);
    }

    private void appropriation(String id, Map<LedgerAccount, Vnd> sums) {
        Balance b = Balance.of(sums);
        String at = id + " at " + position + ": " + b;
        assertThat(b.advance().isNegative()).as("invariant 3, " + at).isFalse();
        for (Vnd never : List.of(b.usable(), b.actual(), b.held(), b.committed()))
            assertThat(never.isNegative()).as("below zero, " + at).isFalse();
        assertThat(b.remaining().minus(b.committed()).isNegative())
                .as("more is bound than remains, " + at)
                .isFalse();
    }

    private void task(String id, Map<LedgerAccount, Vnd> sums) {
        Balance b = Balance.of(sums);
        String at = id + " at " + position + ": " + b;
        assertThat(b.advance().isNegative()).as("advance outstanding, " + at).isFalse();
        assertThat(b.of(LedgerAccount.ADVANCED)
                        .plus(b.of(LedgerAccount.PAID_DIRECTLY))
                        .minus(b.of(LedgerAccount.RETURNED)))
                .as("paid = outstanding + actual, " + at)
                .isEqualTo(b.advance().plus(b.actual()));
        assertThat(b.of(LedgerAccount.ALLOCATED).isNegative())
                .as("allocated, " + at)
                .isFalse();
    }

    /** Invariants 1 and 2 are how these sums are made; they are compared with what the system shows. */
    private record Balance(Map<LedgerAccount, Vnd> sums) {
        static Balance of(Map<LedgerAccount, Vnd> sums) {
            return new Balance(sums);
        }

        Vnd of(LedgerAccount account) {
            return sums.getOrDefault(account, Vnd.ZERO);
        }

        Vnd cut() {
            return of(LedgerAccount.CUT).plus(of(LedgerAccount.CARRIED_OUT)).plus(of(LedgerAccount.CANCELLED));
        }

        Vnd usable() {
            return of(LedgerAccount.CARRIED_IN)
                    .plus(of(LedgerAccount.ASSIGNED))
                    .plus(of(LedgerAccount.ADJUSTED))
                    .minus(cut());
        }

        Vnd advance() {
            return of(LedgerAccount.ADVANCED).minus(of(LedgerAccount.CLEARED)).minus(of(LedgerAccount.RETURNED));
        }

        Vnd actual() {
            return of(LedgerAccount.CLEARED).plus(of(LedgerAccount.PAID_DIRECTLY));
        }

        Vnd held() {
            return of(LedgerAccount.HELD);
        }

        Vnd committed() {
            return of(LedgerAccount.COMMITTED);
        }

        Vnd remaining() {
            return usable().minus(advance().plus(actual())).minus(held());
        }
    }

    /** The figures shown now are the sums of the record, for every appropriation and every task with money. */
    public Invariants shown(Client inspector) {
        hold();
        appropriations.forEach((id, sums) -> {
            JsonNode shown = ask(inspector, id, """
                    ... on Appropriation { carriedIn { amount } assigned { amount } adjusted { amount } cut { amount }
                      usable { amount } advanceOutstanding { amount } actual { amount } held { amount }
                      committed { amount } remaining { amount } }""");
            Balance b = Balance.of(sums);
            same(shown, "carriedIn", b.of(LedgerAccount.CARRIED_IN), id);
            same(shown, "assigned", b.of(LedgerAccount.ASSIGNED), id);
            same(shown, "adjusted", b.of(LedgerAccount.ADJUSTED), id);
            same(shown, "cut", b.cut(), id);
            same(shown, "usable", b.usable(), id);
            same(shown, "advanceOutstanding", b.advance(), id);
            same(shown, "actual", b.actual(), id);
            same(shown, "held", b.held(), id);
            same(shown, "committed", b.committed(), id);
            same(shown, "remaining", b.remaining(), id);
        });
        tasks.forEach((id, sums) -> {
            JsonNode shown = ask(inspector, id, """
                    ... on Project { budget { advanced { amount } paidDirectly { amount } cleared { amount }
                      returned { amount } advanceOutstanding { amount } paid { amount } } }""").get("budget");
            Balance b = Balance.of(sums);
            same(shown, "advanced", b.of(LedgerAccount.ADVANCED), id);
            same(shown, "paidDirectly", b.of(LedgerAccount.PAID_DIRECTLY), id);
            same(shown, "cleared", b.of(LedgerAccount.CLEARED), id);
            same(shown, "returned", b.of(LedgerAccount.RETURNED), id);
            same(shown, "advanceOutstanding", b.advance(), id);
            same(shown, "paid", b.advance().plus(b.actual()), id);
        });
        return this;
    }

    private static JsonNode ask(Client inspector, String id, String fields) {
        return inspector
                .data("query($id: ID!) { node(id: $id) { %s } }".formatted(fields), Map.of("id", id))
                .get("node");
    }

    private static void same(JsonNode shown, String field, Vnd expected, String of) {
        assertThat(shown.get(field).get("amount").asString())
                .as("%s of %s", field, of)
                .isEqualTo(expected.digits());
    }
}
