package vn.minhchung.projects;

/**
 * What the pay at a seminar is counted from (TT 03/2023/TT-BTC; domain notes 2.2, line 4).
 *
 * @param participants at each session
 * @param papers presented
 * @param invitedPapers invited and not presented
 */
public record Seminar(int sessions, int participants, int papers, int invitedPapers) {}
