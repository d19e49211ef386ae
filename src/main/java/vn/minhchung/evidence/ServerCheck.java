package vn.minhchung.evidence;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictionId;
import vn.minhchung.audit.LogContradictions.Verdict;
import vn.minhchung.audit.LogSealer;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.SignedNote;

/**
 * What a server finds by itself: what is sealed against what is stored, as after each start; what witnesses keep, as when they hand it
 * in; events nobody sealed, as its measure tells; views against views made again.
 */
final class ServerCheck {
    private ServerCheck() {}

    static Finding of(LogCopy copy, List<SignedNote> kept) throws SQLException {
        Optional<LogSealer.Difference> difference = copy.sealer().difference();
        if (difference.isPresent())
            return new Finding(
                    difference.get().damage().name(), difference.get().position());
        Optional<Finding> contradicted = contradicted(copy, kept);
        if (contradicted.isPresent()) return contradicted.get();
        long sealed = copy.newest().size();
        if (copy.events().head() > sealed) return new Finding("UNSEALED", sealed + 1);
        Map<String, Long> views = copy.differingViews();
        return views.isEmpty()
                ? Finding.OK
                : new Finding("VIEW", views.values().stream().min(Long::compare).orElseThrow());
    }

    /** By size: behind the last that the log holds is what differs. */
    private static Optional<Finding> contradicted(LogCopy copy, List<SignedNote> kept) {
        long held = 0;
        List<SignedNote> bySize = kept.stream()
                .sorted(Comparator.comparingLong(ServerCheck::size))
                .toList();
        for (SignedNote note : bySize) {
            if (copy.contradictions().judge(note) == Verdict.CONTRADICTED) {
                LogContradiction.Kind kind = copy.contradictions()
                        .find(LogContradictionId.of(note.text()))
                        .orElseThrow()
                        .kind();
                long last =
                        kind == LogContradiction.Kind.OLD_BACKUP ? copy.newest().size() : held;
                return Optional.of(new Finding(kind.name(), last + 1));
            }
            held = size(note);
        }
        return Optional.empty();
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }
}
