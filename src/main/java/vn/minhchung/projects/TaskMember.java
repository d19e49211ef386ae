package vn.minhchung.projects;

import vn.minhchung.kernel.PersonId;

/** Somebody who takes part in a task beside its principal investigator. */
public record TaskMember(PersonId person, Role role) {
    public enum Role {
        /** Thư ký khoa học. */
        SECRETARY,
        /** Thành viên chính. */
        MAIN_MEMBER,
        /** Thành viên. */
        MEMBER,
        /** Kỹ thuật viên, nhân viên hỗ trợ. */
        SUPPORT;

        /** While a refund of the task is owed, they take part in no new one, as its host and its investigator. */
        public boolean answersForRefund() {
            return this == SECRETARY || this == MAIN_MEMBER;
        }
    }
}
