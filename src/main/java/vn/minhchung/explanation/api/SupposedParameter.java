package vn.minhchung.explanation.api;

/** The input {@code SupposedParameterInput} of the schema: another value of a rule's parameter. */
record SupposedParameter(String name, String value) {}
