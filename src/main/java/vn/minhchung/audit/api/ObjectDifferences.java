package vn.minhchung.audit.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.Answers.Asked;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Viewer;

/** The differences of objects between two positions each, asked for together. */
@Component
final class ObjectDifferences implements BatchSource<ObjectDifferences.Key, List<Differences.Difference>> {
    /**
     * One object between two positions.
     *
     * @param language of texts that the answers themselves are worded in
     */
    record Key(String object, long before, long after, Answers.Wanted wanted, Viewer viewer, Locale language) {}

    private record Group(Answers.Wanted wanted, Viewer viewer, Locale language) {}

    private final Answers answers;

    ObjectDifferences(Answers answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "audit.differences";
    }

    @Override
    public Map<Key, List<Differences.Difference>> load(Collection<Key> keys) {
        Map<Group, List<Key>> groups = new LinkedHashMap<>();
        for (Key key : keys)
            groups.computeIfAbsent(new Group(key.wanted(), key.viewer(), key.language()), _ -> new ArrayList<>())
                    .add(key);
        Map<Key, List<Differences.Difference>> found = new HashMap<>();
        groups.forEach((group, some) -> {
            Set<Asked> asked = new LinkedHashSet<>();
            for (Key key : some) {
                asked.add(before(key));
                asked.add(after(key));
            }
            Map<Asked, Answer.Part> answered = answers.of(asked, group.wanted(), group.viewer(), group.language());
            for (Key key : some)
                found.put(key, Differences.between(answered.get(before(key)), answered.get(after(key))));
        });
        return found;
    }

    private static Asked before(Key key) {
        return new Asked(key.object(), key.before());
    }

    private static Asked after(Key key) {
        return new Asked(key.object(), key.after());
    }
}
