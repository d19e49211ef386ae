package vn.minhchung.kernel;

/** A rule version by family and version id, as pinned in events and refusals. */
public record RuleRef(String family, String version) {
    /** The stream of the family, in which its versions are put in force. */
    public String stream() {
        return streamOf(family);
    }

    /** As {@link #stream}, of a family by its name. */
    public static String streamOf(String family) {
        return "rule:" + family;
    }

    /** The id of the version's node. */
    public String nodeId() {
        return "rule-version:" + family + "/" + version;
    }
}
