package vn.minhchung.platform.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.Confidential;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.graphql.ReadingLog.Opened;

/** What one operation has read so far that may have to be recorded. Fields may be fetched on several threads. */
final class ReadNotes implements Confidential {
    /** Ids named in one request beyond which they are counted only. */
    static final int MOST_ASKED = 200;

    /** Beyond so many a past shown at many moments is known by its first ones. */
    static final int MOST_MOMENTS = 50;

    private final SortedSet<String> fields = new TreeSet<>();
    private final SortedSet<String> asked = new TreeSet<>();
    private final SortedSet<Long> asOf = new TreeSet<>();
    private final Set<String> objects = new LinkedHashSet<>();
    private final SortedSet<String> openedBy = new TreeSet<>();
    private int unnamed;
    private boolean kept;

    @Override
    public synchronized void opened(String object, String field) {
        objects.add(object);
        openedBy.add(field);
    }

    synchronized void field(String name) {
        fields.add(name);
    }

    synchronized void shown(long position) {
        if (asOf.size() < MOST_MOMENTS) asOf.add(position);
    }

    /** What an argument of type ID was given. What is no id may be anything somebody typed: it is only counted. */
    synchronized void asked(Object value) {
        switch (value) {
            case String id -> {
                String stable = GlobalId.stable(id);
                if (asked.contains(stable)) return;
                if (Id.FORM.matcher(stable).matches() && asked.size() < MOST_ASKED) asked.add(stable);
                else unnamed++;
            }
            case Collection<?> many -> many.forEach(this::asked);
            case Map<?, ?> none -> throw new IllegalArgumentException("no id: " + none.keySet());
            default -> unnamed++;
        }
    }

    /** What was opened since the last time it was taken: a subscription tells it message by message. */
    synchronized Opened takeOpened() {
        Opened opened = new Opened(List.copyOf(objects), new TreeSet<>(openedBy));
        objects.clear();
        openedBy.clear();
        return opened;
    }

    /** True the first time. */
    synchronized boolean first() {
        boolean first = !kept;
        kept = true;
        return first;
    }

    synchronized Asked asked() {
        return new Asked(new TreeSet<>(fields), new TreeSet<>(asked), unnamed, new TreeSet<>(asOf));
    }

    record Asked(SortedSet<String> fields, SortedSet<String> ids, int unnamed, SortedSet<Long> asOf) {}

    /** In parts of bounded size, at least one. */
    static List<Opened> parts(Opened opened, int most) {
        List<Opened> parts = new ArrayList<>();
        for (int from = 0; from < opened.objects().size(); from += most) {
            int to = Math.min(from + most, opened.objects().size());
            parts.add(new Opened(opened.objects().subList(from, to), opened.fields()));
        }
        return parts.isEmpty() ? List.of(opened) : parts;
    }
}
