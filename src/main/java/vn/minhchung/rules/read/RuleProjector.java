package vn.minhchung.rules.read;

import static vn.minhchung.rules.RuleViews.FAMILIES;
import static vn.minhchung.rules.RuleViews.VERSIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.rules.RuleEvent;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleFamilyView;
import vn.minhchung.rules.RuleFamilyView.Control;
import vn.minhchung.rules.RuleState;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersionId;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.SwitchMode;

/** Rule versions and families. A version is never ended in the view: what once rested on it must be able to show it. */
@Component
class RuleProjector implements Projector {
    private static final Control UNSWITCHED = new Control(SwitchMode.REFUSE, null, null);

    @Override
    public String name() {
        return "rules.Rule";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(VERSIONS, FAMILIES);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof RuleEvent event)) return;
        switch (event) {
            case RuleVersionRecorded e -> put(e.content(), e.sha256(), e.overrides(), RuleState.RECORDED, views);
            case RuleVersionPutInForce e -> put(e.content(), e.sha256(), e.overrides(), RuleState.IN_FORCE, views);
            case RuleVersionEnded e -> {
                RuleVersionView known = known(e.family(), e.version(), views);
                views.put(VERSIONS, idOf(known), known.with(known.state(), e.lastDay()));
            }
            case RuleVersionWithdrawn e -> {
                RuleVersionView known = known(e.family(), e.version(), views);
                views.put(VERSIONS, idOf(known), known.with(RuleState.WITHDRAWN, known.validTo()));
            }
            case RuleSwitched e -> {
                RuleFamilyView family = family(e.family(), views);
                Decision decision = recorded.envelope().decision();
                Control control = new Control(e.mode(), decision == null ? null : decision.reason(), since(decision));
                views.put(FAMILIES, idOf(family), new RuleFamilyView(family.family(), control, family.versionIds()));
            }
        }
    }

    private static @Nullable LocalDate since(@Nullable Decision decision) {
        return decision == null ? null : decision.today();
    }

    private static void put(
            RuleVersion content, String sha256, @Nullable String overrides, RuleState state, ViewWriter views) {
        RuleVersionId id = RuleVersionId.of(content.ref());
        views.put(VERSIONS, id.value(), RuleVersionView.of(content, sha256, overrides, state));
        RuleFamilyView family = family(content.family(), views);
        if (family.versionIds().contains(id)) return;
        List<RuleVersionId> versions = new ArrayList<>(family.versionIds());
        versions.add(id);
        views.put(FAMILIES, idOf(family), new RuleFamilyView(family.family(), family.control(), List.copyOf(versions)));
    }

    private static RuleVersionView known(String family, String version, ViewWriter views) {
        RuleVersionView known =
                views.get(VERSIONS, RuleVersionId.of(family, version).value());
        if (known == null) throw new IllegalStateException("no version " + family + "/" + version);
        return known;
    }

    private static RuleFamilyView family(String family, ViewWriter views) {
        RuleFamilyView known = views.get(FAMILIES, RuleFamilyId.of(family).value());
        return known == null ? new RuleFamilyView(family, UNSWITCHED, List.of()) : known;
    }

    private static String idOf(RuleVersionView view) {
        return RuleVersionId.of(view.family(), view.version()).value();
    }

    private static String idOf(RuleFamilyView view) {
        return RuleFamilyId.of(view.family()).value();
    }
}
