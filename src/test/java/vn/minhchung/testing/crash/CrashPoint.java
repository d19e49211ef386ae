package vn.minhchung.testing.crash;

/** Where an application is killed: as it enters or leaves a method, on one of its threads. */
public enum CrashPoint {
    /** A batch is gathered, nothing of it is sent. */
    APPEND_BUILT(Part.APPEND, "eventstore.AppendStatement", "execute", Edge.ENTRY, "appender", 40),
    /** Lock, insert and commit are on their way to the server; its answer is not read. */
    APPEND_SENT(Part.COMMIT, CrashPoint.DRIVER, "processResults", Edge.ENTRY, "appender", 40),
    /** The server says that it is durable; nobody has been told. */
    APPEND_DURABLE(Part.COMMIT, "eventstore.Appender", "answer", Edge.ENTRY, "appender", 40),
    /** A batch is projected, none of its rows are sent. */
    PROJECTION_BUILT(Part.PROJECTION, "platform.views.Projection", "writeAtOnce", Edge.ENTRY, "follower", 40),
    /** Rows, position and commit, or a question to the log, are on their way to the server; its answer is not read. */
    PROJECTION_SENT(Part.PROJECTION, CrashPoint.DRIVER, "processResults", Edge.ENTRY, "follower", 40),
    /** Committed, and whoever waits for the position does not know. */
    PROJECTION_COMMITTED(Part.PROJECTION, "platform.views.ProjectorRun", "committed", Edge.ENTRY, "follower", 40),
    /** A shadow reads the log, beside the live views. */
    REBUILD_READS(Part.SWAP, "platform.views.Refill", "step", Edge.EXIT, "rebuild", 2),
    /** It is compared with the live views. */
    REBUILD_COMPARES(Part.SWAP, "platform.views.ViewHashes", "of", Edge.EXIT, "rebuild", 20),
    /** It waits, and the follower takes it up. */
    REBUILD_READY(Part.SWAP, "platform.views.ShadowRebuild", "bringTo", Edge.EXIT, "follower", 1),
    /** In the transaction of the swap: tables are moved. */
    SWAP_MOVED(Part.SWAP, "platform.views.SetAsideTable", "remove", Edge.ENTRY, "follower", 20),
    /** All of it is written, nothing committed. */
    SWAP_WRITTEN(Part.SWAP, "platform.views.OrderTable", "ended", Edge.EXIT, "follower", 1),
    /** Committed, and the follower still knows the old tables' rows. */
    SWAP_COMMITTED(Part.SWAP, "platform.views.Projection", "replaced", Edge.ENTRY, "follower", 1);

    private static final String OURS = "vn.minhchung.";
    private static final String DRIVER = "org.postgresql.core.v3.QueryExecutorImpl";

    /** What is at work there. */
    public enum Part {
        APPEND,
        COMMIT,
        PROJECTION,
        SWAP
    }

    enum Edge {
        ENTRY,
        EXIT
    }

    private final Part part;
    private final String type;
    private final String method;
    private final Edge edge;
    private final String thread;
    private final int passages;

    /** @param passages among how many the one of the kill is drawn */
    CrashPoint(Part part, String type, String method, Edge edge, String thread, int passages) {
        this.part = part;
        this.type = type.startsWith("org.") ? type : OURS + type;
        this.method = method;
        this.edge = edge;
        this.thread = thread;
        this.passages = passages;
    }

    public Part part() {
        return part;
    }

    public int passages() {
        return passages;
    }

    public String type() {
        return type;
    }

    public String method() {
        return method;
    }

    Edge edge() {
        return edge;
    }

    String thread() {
        return thread;
    }
}
