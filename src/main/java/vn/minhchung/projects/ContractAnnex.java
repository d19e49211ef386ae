package vn.minhchung.projects;

import java.time.LocalDate;

/** The paper by which an adjustment becomes part of the contract (phụ lục hợp đồng; domain notes 1.6). */
public record ContractAnnex(String number, LocalDate date) {}
