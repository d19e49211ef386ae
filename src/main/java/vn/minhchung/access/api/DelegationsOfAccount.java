package vn.minhchung.access.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.DelegationId;
import vn.minhchung.access.DelegationView;
import vn.minhchung.access.DelegationsView;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Views;

/** Delegations given or received by many accounts, those given first, in two look-ups. */
@Component
class DelegationsOfAccount implements BatchSource<DelegationsOfAccount.Key, List<DelegationView>> {
    record Key(long position, String account) {}

    private final Views views;

    DelegationsOfAccount(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "delegations of accounts";
    }

    @Override
    public Map<Key, List<DelegationView>> load(Collection<Key> keys) {
        Map<Long, List<String>> accounts = new TreeMap<>();
        keys.forEach(key ->
                accounts.computeIfAbsent(key.position(), _ -> new ArrayList<>()).add(key.account()));
        Map<Key, List<DelegationView>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, List.of()));
        accounts.forEach((position, wanted) -> load(position, wanted, found));
        return found;
    }

    private void load(long position, List<String> accounts, Map<Key, List<DelegationView>> found) {
        Map<String, DelegationsView> of = views.findAll(AccessViews.DELEGATIONS_OF, accounts, position);
        List<String> ids = of.values().stream()
                .flatMap(each -> idsOf(each).stream())
                .distinct()
                .toList();
        Map<String, DelegationView> delegations = views.findAll(AccessViews.DELEGATIONS, ids, position);
        of.forEach((account, each) -> found.put(
                new Key(position, account),
                idsOf(each).stream()
                        .map(delegations::get)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private static List<String> idsOf(DelegationsView of) {
        return Stream.concat(of.given().stream(), of.received().stream())
                .map(DelegationId::value)
                .toList();
    }
}
