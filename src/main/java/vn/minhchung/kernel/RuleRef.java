package vn.minhchung.kernel;

/** A rule version by family and version id, as pinned in events and refusals. */
public record RuleRef(String family, String version) {
    private static final String VERSION = "rule-version:";

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
        return VERSION + family + "/" + version;
    }

    /** Of a version, as its node is called, the stream it stands in; any other id as it is. */
    public static String streamOfNode(String id) {
        int slash = id.indexOf('/');
        return id.startsWith(VERSION) && slash > 0 ? streamOf(id.substring(VERSION.length(), slash)) : id;
    }
}
