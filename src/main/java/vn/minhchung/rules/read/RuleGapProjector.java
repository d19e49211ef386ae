package vn.minhchung.rules.read;

import static vn.minhchung.rules.RuleViews.GAPS;
import static vn.minhchung.rules.RuleViews.GAP_INDEX;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleGapId;
import vn.minhchung.rules.RuleGapIndexView;
import vn.minhchung.rules.RuleGapView;
import vn.minhchung.rules.RuleVersion;

/**
 * The officer's queue of missing rules. The warning {@code RULE_MISSING <family>:<wanted>} stands in the envelope of
 * every event of a decision; it is counted once, at the decision's last part. A version or calendar that comes into force
 * closes what it covers.
 */
@Component
class RuleGapProjector implements Projector {
    private static final String WARNING = ErrorCode.RULE_MISSING + " ";
    private static final String CALENDAR = "calendar";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Override
    public String name() {
        return "rules.Gap";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(GAPS, GAP_INDEX);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (recorded.envelope().lastPart()) {
            recorded.envelope().warnings().stream()
                    .filter(warning -> warning.startsWith(WARNING))
                    .forEach(warning -> open(warning.substring(WARNING.length()), recorded, views));
        }
        // last, so that a version that came into force without itself closes its own gap
        if (recorded.event() instanceof RuleVersionPutInForce inForce) {
            close(inForce.family(), wanted -> covers(inForce.content(), wanted), views);
        }
        if (recorded.event() instanceof CalendarYearDecided decided) {
            close(CALENDAR, Integer.toString(decided.year())::equals, views);
        }
    }

    private static boolean covers(RuleVersion version, String wanted) {
        return DATE.matcher(wanted).matches()
                ? version.validOn(LocalDate.parse(wanted))
                : version.version().equals(wanted);
    }

    private static void open(String familyAndWanted, Recorded recorded, ViewWriter views) {
        int colon = familyAndWanted.lastIndexOf(':');
        String family = familyAndWanted.substring(0, colon);
        String wanted = familyAndWanted.substring(colon + 1);
        String id = RuleGapId.of(family, wanted).value();
        EventId event = EventId.of(recorded.id());
        RuleGapView known = views.get(GAPS, id);
        if (known != null) {
            List<EventId> events = new ArrayList<>(known.eventIds());
            events.add(event);
            if (events.size() > RuleGapView.SHOWN) events.removeFirst();
            views.put(
                    GAPS,
                    id,
                    new RuleGapView(family, wanted, known.decisions() + 1, List.copyOf(events), known.firstOn()));
            return;
        }
        views.put(GAPS, id, new RuleGapView(family, wanted, 1, List.of(event), dayOf(recorded)));
        List<String> open = new ArrayList<>(index(family, views));
        open.add(wanted);
        views.put(GAP_INDEX, family, new RuleGapIndexView(family, List.copyOf(open)));
    }

    private static void close(String family, Predicate<String> covered, ViewWriter views) {
        List<String> open = index(family, views);
        List<String> left = open.stream().filter(covered.negate()).toList();
        if (left.size() == open.size()) return;
        open.stream()
                .filter(covered)
                .forEach(wanted -> views.end(GAPS, RuleGapId.of(family, wanted).value()));
        views.put(GAP_INDEX, family, new RuleGapIndexView(family, left));
    }

    private static List<String> index(String family, ViewWriter views) {
        RuleGapIndexView known = views.get(GAP_INDEX, family);
        return known == null ? List.of() : known.open();
    }

    private static LocalDate dayOf(Recorded recorded) {
        Decision decision = recorded.envelope().decision();
        return decision == null ? LocalDate.ofInstant(recorded.recordedAt(), ZONE) : decision.today();
    }
}
