package vn.minhchung.projects;

/** A product the host delivered, as its report lists it. */
public record TaskProduct(String name, String unit, int quantity) {}
