package vn.minhchung.projects;

import vn.minhchung.kernel.PersonId;

/** Who of the core team was there at an inspection. */
public record Attendance(CoreSeat seat, PersonId person) {}
