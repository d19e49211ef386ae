package vn.minhchung.kernel.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened to an object since somebody looked at it, as that person may know it. */
public interface Changes {
    /** Newest last, bounded; each {@code id}, {@code position}, {@code name} and {@code sentence}. */
    List<Map<String, String>> since(String object, long position, Viewer viewer, Locale language);
}
