package vn.minhchung.budgets.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.EntryKind;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;

/** The entries one aggregate has made, kept so that each can be reversed exactly and only once. */
final class EntryLog {
    private final Map<String, Booked> entries = new HashMap<>();

    /** @param reversedBy the entry that took it back; null while it holds */
    record Booked(
            String eventId,
            EntryKind kind,
            @Nullable ProjectId project,
            Vnd amount,
            List<Posting> postings,
            @Nullable String reversedBy) {

        List<Posting> negative() {
            return postings.stream().map(Posting::negated).toList();
        }

        Refusal notReversible(String because) {
            return Refusal.of(ErrorCode.NOT_REVERSIBLE, "kind", kind, "because", because)
                    .at("of");
        }
    }

    String next(String stream) {
        return Entries.id(stream, entries.size() + 1);
    }

    void add(MoneyEvent event, String eventId, EntryKind kind, @Nullable ProjectId project, Vnd amount) {
        entries.put(event.entry(), new Booked(eventId, kind, project, amount, event.postings(), null));
    }

    void reversed(String of, String by) {
        entries.computeIfPresent(
                of, (_, b) -> new Booked(b.eventId(), b.kind(), b.project(), b.amount(), b.postings(), by));
    }

    /** @throws Refusal NOT_FOUND, ALREADY_REVERSED */
    Booked requireOpen(String entry) {
        Booked booked = entries.get(entry);
        if (booked == null) throw Refusal.of(ErrorCode.NOT_FOUND, "id", entry).at("of");
        if (booked.reversedBy() != null)
            throw Refusal.of(ErrorCode.ALREADY_REVERSED, "by", booked.reversedBy())
                    .at("of");
        return booked;
    }
}
