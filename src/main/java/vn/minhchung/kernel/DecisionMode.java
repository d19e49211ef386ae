package vn.minhchung.kernel;

/** TAKEN: the decider acts here. RECORDED: taken on paper, provisional until a second person confirms the document. */
public enum DecisionMode {
    TAKEN,
    RECORDED
}
