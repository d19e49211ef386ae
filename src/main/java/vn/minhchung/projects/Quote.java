package vn.minhchung.projects;

import java.time.LocalDate;

/** A supplier's price quote (báo giá). */
public record Quote(LocalDate date, String supplier) {}
